"""When which item of the instance is due: one list at the root, so that a tick wakes no catalogue.

``entries`` is ``{(portal id, uid): (due, at, failures)}``, ``order`` the same as a sorted set of
``(at, portal id, uid)``. Times are seconds since 1970. ``at`` is ``due``, or later where a try
failed. Both are trees: requests that plan different items at once do not conflict.
"""

from Acquisition import aq_base
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from typing import NamedTuple

KEY = "_eduportal_agenda"
AGAIN_SECONDS = (60, 300, 1800, 7200)
"""After how long a try that failed is repeated: the first time, the second…, the last for good."""


class Entry(NamedTuple):
    """One item of the list."""

    at: float
    portal_id: str
    uid: str


class Agenda:
    """The list of one instance."""

    def __init__(self, kept: OOBTree) -> None:
        self._entries: OOBTree = kept["entries"]
        self._order: OOTreeSet = kept["order"]

    def plan(self, portal_id: str, uid: str, due: float | None) -> None:
        """Put an item down for its time; None takes it off. Writes only where that is new."""
        known = self._entries.get((portal_id, uid))
        if (known[0] if known else None) != due:
            self._put(portal_id, uid, None if due is None else (due, due, 0))

    def postpone(self, portal_id: str, uid: str, now: float) -> None:
        """A try has failed: the item is tried again, each time a little later."""
        known = self._entries.get((portal_id, uid))
        if known is not None:
            due, _at, failures = known
            pause = AGAIN_SECONDS[min(failures, len(AGAIN_SECONDS) - 1)]
            self._put(portal_id, uid, (due, now + pause, failures + 1))

    def due(self, now: float) -> list[Entry]:
        """What is due, the earliest first."""
        return [Entry(*key) for key in self._order.keys(max=(now, "\uffff", ""))]

    def next_at(self) -> float | None:
        """The time of the earliest entry."""
        return self._order.minKey()[0] if self._order else None

    def uids(self, portal_id: str) -> list[str]:
        """The items of one portal that are planned."""
        keys = self._entries.keys(min=(portal_id, ""), max=(portal_id, "\uffff"))
        return [uid for _portal_id, uid in keys]

    def _put(self, portal_id: str, uid: str, entry: tuple[float, float, int] | None) -> None:
        key = (portal_id, uid)
        if key in self._entries:
            self._order.discard((self._entries[key][1], *key))
            del self._entries[key]
        if entry is not None:
            self._entries[key] = entry
            self._order.insert((entry[1], *key))


def agenda_of(app) -> Agenda | None:
    """The instance's agenda; None before a portal of the kit was made in it."""
    kept = getattr(aq_base(app), KEY, None)
    return Agenda(kept) if kept is not None else None


def ensure_agenda(app) -> Agenda:
    """The instance's agenda, made where it is missing: an attribute of the Zope root, which takes
    no annotations."""
    if getattr(aq_base(app), KEY, None) is None:
        setattr(aq_base(app), KEY, OOBTree({"entries": OOBTree(), "order": OOTreeSet()}))
    return Agenda(getattr(aq_base(app), KEY))
