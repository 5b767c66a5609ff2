"""The services of a portal as lists show them, from the catalogue's columns."""

from dataclasses import dataclass
from DateTime import DateTime
from datetime import UTC
from datetime import datetime
from eduportal import caching
from eduportal.cases import places_taken
from eduportal.online_services import form_of
from eduportal.payments import paid_online
from eduportal.procedures.indexers import ServiceFacts
from eduportal.procedures.levels import LINK
from eduportal.procedures.levels import Offer
from plone import api

OPEN = "open"
BEFORE = "before"
AFTER = "after"
WAITING = "waiting"
FULL = "full"
TAKING = (OPEN, WAITING)
ORDER = (OPEN, WAITING, BEFORE, FULL, AFTER)
COUNTED_SECONDS = 60
"""How long a page may tell whether places are left."""
PUBLISHED = "published"


@dataclass(frozen=True)
class Service:
    """One service; ``procedure`` is the UID of the one it carries out or ``""``."""

    brain: object
    procedure: str
    payable: bool
    now: datetime

    @property
    def uid(self) -> str:
        return self.brain.UID

    @property
    def title(self) -> str:
        return self.brain.Title

    @property
    def title_en(self) -> str:
        return self.brain.edu_title_en or ""

    @property
    def description(self) -> str:
        return self.brain.Description

    @property
    def url(self) -> str:
        """Its page; for whoever reads English its English form, which tells the same facts."""
        if self.elsewhere or api.portal.get_current_language() != "en":
            return self.brain.getURL()
        form = form_of(self.brain.getObject(), "en")
        if form is None or not api.user.has_permission("View", obj=form):
            return self.brain.getURL()
        return form.absolute_url()

    @property
    def facts(self) -> ServiceFacts:
        return self.brain.edu_service_facts

    @property
    def elsewhere(self) -> bool:
        return self.facts["kind"] == LINK

    @property
    def scheme(self) -> str:
        return self.facts["scheme"]

    @property
    def public(self) -> bool:
        """Whether a visitor sees it: only then does it make a level."""
        return self.brain.review_state == PUBLISHED and not self.brain.expires.isPast()

    @property
    def offer(self) -> Offer:
        facts = self.facts
        return Offer(facts["kind"], facts["scheme"], facts["level"], facts["fee"], self.payable)

    @property
    def opening(self) -> str:
        """``open``, ``before``, ``after``; with no place left ``waiting`` or ``full``."""
        facts = self.facts
        if facts["opens"] and self.now < facts["opens"]:
            return BEFORE
        if facts["closes"] and self.now >= facts["closes"]:
            return AFTER
        if not self.counted or places_taken(api.portal.get(), self.uid) < facts["quota"]:
            return OPEN
        return WAITING if facts["waiting_list"] else FULL

    @property
    def counted(self) -> bool:
        """Whether it is a form here that takes so many and no more."""
        return bool(self.facts["quota"]) and not self.elsewhere


def services(**query) -> list[Service]:
    """The services that this visitor may see, by name; the page ends when one opens or closes."""
    portal = api.portal.get()
    request = portal.REQUEST
    catalog = api.portal.get_tool("portal_catalog")
    now, payable = datetime.now(UTC), paid_online(portal, request)
    index = catalog._catalog.getIndex("edu_procedure")
    found = [
        Service(brain, index.getEntryForObject(brain.getRID(), ""), payable, now)
        for brain in catalog(portal_type="Service", sort_on="sortable_title", **query)
        if brain.edu_service_facts
    ]
    for one in found:
        for moment in (one.facts["opens"], one.facts["closes"]):
            if moment is not None and moment > now:
                caching.expires(request, at=moment)
        if one.counted:
            caching.expires(request, seconds=COUNTED_SECONDS)
    return found


def by_procedure(found: list[Service]) -> dict[str, list[Service]]:
    """The services of each procedure, the ones open now first."""
    grouped: dict[str, list[Service]] = {}
    for one in sorted(found, key=lambda one: ORDER.index(one.opening)):
        if one.procedure:
            grouped.setdefault(one.procedure, []).append(one)
    return grouped


def public_forms() -> frozenset[str]:
    """The UIDs of the forms to download that visitors see."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="FormTemplate", review_state=PUBLISHED, effectiveRange=DateTime()
    )
    return frozenset(brain.UID for brain in brains)
