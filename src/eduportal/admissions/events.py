"""What else happens to cases, services and seasons."""

from eduportal.admissions import ledger
from eduportal.cases import CasePurged
from eduportal.content_types.admission_season.admission_season import IAdmissionSeason
from plone import api
from plone.uuid.interfaces import IUUID
from zope.component import adapter
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


@adapter(CasePurged)
def purged(event: CasePurged) -> None:
    """Nothing of a purged case stays in a season's ledger."""
    ledger.forget(api.portal.get(), event.case)


@adapter(IAdmissionSeason, IObjectRemovedEvent)
def removed(season: IAdmissionSeason, event: IObjectRemovedEvent) -> None:
    """The cases stay, each with its result; the season's own list goes."""
    ledger.forget_season(api.portal.get(), IUUID(season))
