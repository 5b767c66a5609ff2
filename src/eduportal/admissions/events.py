"""What else happens to cases, services and seasons."""

from eduportal.admissions import deciding
from eduportal.admissions import ledger
from eduportal.admissions.results import NO
from eduportal.admissions.results import result_of
from eduportal.admissions.seasons import season_of
from eduportal.cases import CasePurged
from eduportal.cases import CaseStepped
from eduportal.content_types.admission_season.admission_season import IAdmissionSeason
from plone import api
from plone.uuid.interfaces import IUUID
from zope.component import adapter
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


@adapter(CasePurged)
def purged(event: CasePurged) -> None:
    """Nothing of a purged case stays in a season's ledger."""
    ledger.forget(api.portal.get(), event.case)


@adapter(CaseStepped)
def withdrawn(event: CaseStepped) -> None:
    """Who takes the application back after being admitted gives the place up."""
    if event.transition != "withdraw" or not result_of(event.case).holds_a_place:
        return
    season = season_of(event.case.service_uid)
    if season is not None:
        deciding.reply(api.portal.get(), season, event.case, NO)


@adapter(IAdmissionSeason, IObjectRemovedEvent)
def removed(season: IAdmissionSeason, event: IObjectRemovedEvent) -> None:
    """The cases stay, each with its result; the season's own list goes."""
    ledger.forget_season(api.portal.get(), IUUID(season))
