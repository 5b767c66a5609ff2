"""What a unit has decided of its sections, by their UID, in one annotation of the portal.

Not fields of the sections: a copied section has no owner yet, who may rename a section may not
change who answers for it, and the list of what is due is read without waking a section.
"""

from BTrees.OOBTree import OOBTree
from dataclasses import asdict
from dataclasses import dataclass
from zope.annotation.interfaces import IAnnotations

KEY = "eduportal.duties"


@dataclass(frozen=True, slots=True)
class Decided:
    """``owner`` is the id of a member or a group; None where the unit has decided nothing.

    Days of 0 mean that the section has no term. Supply days are working days.
    """

    owner: str | None = None
    update_days: int | None = None
    supply_days: int | None = None


NOTHING = Decided()


def decided(portal) -> dict[str, Decided]:
    """What was decided, by the section's UID."""
    return {uid: Decided(**entry) for uid, entry in IAnnotations(portal).get(KEY, {}).items()}


def decide(portal, uid: str, what: Decided) -> bool:
    """Keep it; whether that changed anything."""
    annotations = IAnnotations(portal)
    kept = annotations.get(KEY, {})
    entry = asdict(what) if what != NOTHING else None
    if kept.get(uid) == entry:
        return False
    if entry is None:
        del kept[uid]
        return True
    if KEY not in annotations:
        kept = annotations[KEY] = OOBTree()
    kept[uid] = entry
    return True


def forget(portal, uid: str) -> None:
    """The section is gone."""
    IAnnotations(portal).get(KEY, {}).pop(uid, None)
