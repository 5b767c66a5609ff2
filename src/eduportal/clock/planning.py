"""What is due when, by an item's state and dates, and keeping the agenda in step with the items."""

from Acquisition import aq_base
from DateTime import DateTime
from eduportal.clock.agenda import Agenda
from eduportal.clock.agenda import agenda_of
from eduportal.clock.agenda import ensure_agenda
from eduportal.editorial import PUBLISHED
from eduportal.editorial import SCHEDULED
from eduportal.editorial import state_of
from plone import api
from plone.dexterity.content import CEILING_DATE
from plone.uuid.interfaces import IUUID
from Products.CMFCore.interfaces import IIndexQueueProcessor
from zope.component.hooks import getSite
from zope.interface import implementer


def due_time(state: str, effective: DateTime | None, expires: DateTime | None) -> float | None:
    """Seconds since 1970, None where no step is to be made."""
    if state == SCHEDULED:
        date = effective
    elif state == PUBLISHED:
        date = expires
    else:
        date = None
    return None if date is None or date >= CEILING_DATE else date.timeTime()


def plan(agenda: Agenda, portal_id: str, content) -> None:
    """Bring the agenda's entry of one item up to date."""
    uid = IUUID(content, None)
    if uid is not None:
        due = due_time(state_of(content), content.effective_date, content.expiration_date)
        agenda.plan(portal_id, uid, due)


def survey(portal) -> int:
    """Put everything of a portal on the agenda that belongs there; returns how many items.

    For what came in by other ways than editing: an older version, a portal brought from elsewhere.
    """
    agenda = ensure_agenda(portal.aq_parent)
    catalog = api.portal.get_tool("portal_catalog")
    found = [
        *catalog.unrestrictedSearchResults(review_state=SCHEDULED),
        *catalog.unrestrictedSearchResults(
            review_state=PUBLISHED, expires={"query": CEILING_DATE - 1, "range": "max"}
        ),
    ]
    items = [brain._unrestrictedGetObject() for brain in found]
    planned = [item for item in items if state_of(item)]
    for item in planned:
        plan(agenda, portal.getId(), item)
    for uid in set(agenda.uids(portal.getId())) - {IUUID(item) for item in planned}:
        agenda.plan(portal.getId(), uid, None)
    return len(planned)


def forget(portal) -> None:
    """The kit or the portal goes: nothing is done in it any more."""
    agenda = agenda_of(portal.aq_parent)
    for uid in agenda.uids(portal.getId()) if agenda is not None else ():
        agenda.plan(portal.getId(), uid, None)


@implementer(IIndexQueueProcessor)
class Follower:
    """Hears of every item whose catalogue entry changes, whoever changed it and by whichever way.

    Plone's contents screen, for one, sets dates without an event; but what it changes it reindexes.
    """

    def index(self, obj, attributes=None) -> None:
        self._follow(obj)

    def reindex(self, obj, attributes=None, update_metadata=1) -> None:
        self._follow(obj)

    def unindex(self, obj) -> None:
        """The clock itself drops what it no longer finds."""

    def begin(self) -> None: ...

    def commit(self) -> None: ...

    def abort(self) -> None: ...

    def _follow(self, content) -> None:
        site = getSite()
        if site is None or not hasattr(aq_base(content), "expiration_date"):
            return
        agenda = agenda_of(getattr(site, "aq_parent", None))
        if agenda is not None:
            plan(agenda, site.getId(), content)
