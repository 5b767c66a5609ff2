"""What is known of each document's circulation, by its UID, in one annotation of the portal.

Not an annotation of the document: a copy of a document has not been sent to anybody.
"""

from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOSet
from dataclasses import dataclass
from datetime import datetime
from persistent.mapping import PersistentMapping
from zope.annotation.interfaces import IAnnotations

KEY = "eduportal.circulation"


@dataclass(frozen=True, slots=True)
class Mailing:
    """One sending: when (UTC), to which groups, to how many addresses, started by whom."""

    when: datetime
    groups: tuple[str, ...]
    addresses: int
    by: str


def choice(portal, uid: str) -> tuple[str, ...] | None:
    """The groups that an editor has chosen for a document; None where nothing was chosen."""
    return _record(portal, uid).get("groups")


def choose(portal, uid: str, groups: tuple[str, ...]) -> None:
    """Keep the groups to be told; () means nobody."""
    if choice(portal, uid) != groups:
        _record(portal, uid, create=True)["groups"] = groups


def is_for_members(portal, uid: str) -> bool:
    """Whether the document is offered to the member units."""
    return bool(_record(portal, uid).get("members"))


def offer_to_members(portal, uid: str, offered: bool) -> None:
    """Offer the document to the member units, or no longer."""
    if is_for_members(portal, uid) != offered:
        _record(portal, uid, create=True)["members"] = offered


def told(portal, uid: str) -> frozenset[str]:
    """The addresses that have been told of a document."""
    return frozenset(_record(portal, uid).get("addresses", ()))


def mailings(portal, uid: str) -> list[Mailing]:
    """What was sent of a document, oldest first."""
    return [Mailing(**entry) for entry in _record(portal, uid).get("mailings", ())]


def note(portal, uid: str, mailing: Mailing, addresses: frozenset[str]) -> None:
    """Remember a sending to ``addresses``."""
    record = _record(portal, uid, create=True)
    entry = {
        "when": mailing.when,
        "groups": mailing.groups,
        "addresses": mailing.addresses,
        "by": mailing.by,
    }
    record["mailings"] = (*record.get("mailings", ()), entry)
    if "addresses" not in record:
        record["addresses"] = OOSet()
    record["addresses"].update(addresses)


def notified(portal) -> set[str]:
    """UIDs of the documents that were sent to somebody."""
    records = _tree(portal, "documents")
    return {uid for uid, record in records.items() if record.get("mailings")}


def shared(portal) -> dict[str, dict]:
    """What the member units are offered, by UID: only what is public."""
    return dict(_tree(portal, "shared").items())


def share(portal, uid: str, entry: dict | None) -> bool:
    """Offer ``entry``, or with None nothing of this document; whether that changed anything."""
    tree = _tree(portal, "shared", create=entry is not None)
    if tree.get(uid) == entry:
        return False
    if entry is None:
        del tree[uid]
    else:
        tree[uid] = entry
    return True


def forget(portal, uid: str) -> None:
    """The document is gone: so is its record."""
    tree = _tree(portal, "documents")
    if uid in tree:
        del tree[uid]


def _record(portal, uid: str, create: bool = False) -> PersistentMapping | dict:
    tree = _tree(portal, "documents", create)
    if create and uid not in tree:
        tree[uid] = PersistentMapping()
    return tree.get(uid, {})


def _tree(portal, name: str, create: bool = False) -> OOBTree:
    annotations = IAnnotations(portal)
    if create and KEY not in annotations:
        annotations[KEY] = OOBTree()
    kept = annotations.get(KEY, {})
    if create and name not in kept:
        kept[name] = OOBTree()
    return kept[name] if name in kept else OOBTree()
