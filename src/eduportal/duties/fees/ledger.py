"""What was published for the first time, by month, in one annotation of the portal.

The entries outlive their items: a month that was paid stays on record.
"""

from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOSet
from collections.abc import Iterable
from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import replace
from zope.annotation.interfaces import IAnnotations

KEY = "eduportal.fees"


@dataclass(frozen=True, slots=True)
class Entry:
    """An item at its first publication. ``month`` is ``2026-11``, ``day`` an ISO date, both local;
    ``path`` is relative to the portal; ``authors`` are ids of members, ``byline`` what the item
    names as its authors. ``rate`` is in đồng; ``changed`` what a chief editor made of it."""

    uid: str
    month: str
    day: str
    kind: str
    title: str
    path: str
    authors: tuple[str, ...]
    byline: str
    rate: int
    changed: int | None = None
    note: str = ""

    @property
    def amount(self) -> int:
        return self.rate if self.changed is None else self.changed

    def shares(self) -> dict[str, int]:
        """What each author gets: equal parts, a remainder of đồng from the first on."""
        each, rest = divmod(self.amount, len(self.authors))
        return {one: each + (place < rest) for place, one in enumerate(self.authors)}


def has(portal, uid: str) -> bool:
    """Whether an item was published before."""
    return uid in _kept(portal)


def keep(portal, entry: Entry) -> None:
    """Write down a first publication, or an entry that was changed."""
    annotations = IAnnotations(portal)
    if KEY not in annotations:
        annotations[KEY] = OOBTree({"entries": OOBTree(), "months": OOBTree()})
    kept = annotations[KEY]
    if entry.month not in kept["months"]:
        kept["months"][entry.month] = OOSet()
    kept["months"][entry.month].add(entry.uid)
    kept["entries"][entry.uid] = asdict(entry)


def change(portal, entry: Entry, changed: int | None, note: str) -> bool:
    """Give an entry another amount (None: its rate again) and a note; whether that is new."""
    new = replace(entry, changed=changed, note=note)
    if new != entry:
        keep(portal, new)
    return new != entry


def give_rate(portal, entry: Entry, rate: int) -> bool:
    """Give an entry another rate, if its amount was not changed by hand; whether it was given."""
    if entry.changed is not None or entry.rate == rate:
        return False
    keep(portal, replace(entry, rate=rate))
    return True


def months(portal) -> list[str]:
    """The months in which something was published, the latest first."""
    return sorted(IAnnotations(portal).get(KEY, {}).get("months", ()), reverse=True)


def of_month(portal, month: str) -> list[Entry]:
    """A month's entries in the order of publication."""
    uids: Iterable[str] = IAnnotations(portal).get(KEY, {}).get("months", {}).get(month, ())
    kept = _kept(portal)
    return sorted((Entry(**kept[uid]) for uid in uids), key=lambda one: (one.day, one.title))


def _kept(portal) -> OOBTree:
    return IAnnotations(portal).get(KEY, {}).get("entries", OOBTree())
