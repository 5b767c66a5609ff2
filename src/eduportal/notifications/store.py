"""Who has had this week's digest: one annotation of the portal, by member id."""

from BTrees.OOBTree import OOBTree
from zope.annotation.interfaces import IAnnotations

KEY = "eduportal.notifications"


def week_told(portal, userid: str) -> str:
    """The week (``2026-W47``) of a member's last digest; empty before the first."""
    return IAnnotations(portal).get(KEY, {}).get(userid, "")


def note(portal, userid: str, week: str) -> None:
    """The member gets this week's digest with the transaction at hand."""
    annotations = IAnnotations(portal)
    if KEY not in annotations:
        annotations[KEY] = OOBTree()
    annotations[KEY][userid] = week


def purge(portal, week: str) -> int:
    """Forget earlier weeks, and with them who has left; how many there were."""
    kept = IAnnotations(portal).get(KEY, {})
    earlier = [userid for userid, told in kept.items() if told < week]
    for userid in earlier:
        del kept[userid]
    return len(earlier)


def forget(portal) -> None:
    """Uninstalling: nobody has been told anything."""
    IAnnotations(portal).pop(KEY, None)
