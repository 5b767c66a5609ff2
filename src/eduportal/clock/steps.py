"""The step that is due for one item, made as the system itself through the workflow."""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SpecialUsers import system
from eduportal import _
from eduportal.clock.agenda import Entry
from eduportal.clock.agenda import agenda_of
from eduportal.clock.planning import due_time
from eduportal.clock.planning import plan
from eduportal.editorial import PUBLISHED
from eduportal.editorial import SCHEDULED
from eduportal.editorial import state_of
from plone import api

# Kept as messages: pages and plone.restapi say them in their reader's language. The id is the
# sentence, for what takes a comment as a mere text.
EXPIRED = _("The time for which it was to be shown is over.")
EXPIRED_UNSEEN = _("The time for which it was to be shown was over before it could be published.")


def make(portal, entry: Entry, now: float) -> tuple[str, str]:
    """Make what is due of one item, in the running transaction.

    Returns the transition and the item's path; ("", "") where nothing is due any more, in which
    case the agenda is put right.
    """
    agenda = agenda_of(portal.aq_parent)
    newSecurityManager(portal.REQUEST, system)
    content = _find(entry.uid)
    if content is None or not state_of(content):
        agenda.plan(entry.portal_id, entry.uid, None)
        return "", ""
    transition, comment = _step(content, now)
    if transition:
        workflow = api.portal.get_tool("portal_workflow")
        workflow.doActionFor(content, transition, comment=comment)
        if _step(content, now)[0]:
            raise RuntimeError(f"{transition} left the item as it was")
    plan(agenda, entry.portal_id, content)
    return transition, "/".join(content.getPhysicalPath())


def _find(uid: str):
    """The item, whatever its state; the catalogue's entry may be older than its removal."""
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=uid)
    try:
        return found[0]._unrestrictedGetObject() if found else None
    except (AttributeError, KeyError):
        return None


def _step(content, now: float) -> tuple[str, str]:
    """The transition that the item's state and dates ask for, with its reason."""
    state = state_of(content)
    ends = due_time(PUBLISHED, None, content.expiration_date)
    over = ends is not None and ends <= now
    if state == PUBLISHED and over:
        return "withdraw", EXPIRED
    begins = due_time(SCHEDULED, content.effective_date, None)
    if state == SCHEDULED and begins is not None and begins <= now:
        return ("withdraw", EXPIRED_UNSEEN) if over else ("publish", "")
    return "", ""
