"""A season and its services; when its results are public."""

from datetime import UTC
from datetime import date
from datetime import datetime
from eduportal.content_types.admission_season.admission_season import AdmissionSeason
from eduportal.face.dates import ZONE
from eduportal.face.dates import today
from plone import api
from plone.uuid.interfaces import IUUID


def services_of_season(season, everybody: bool = False) -> list:
    """The services whose applications belong to the season, as this person may see them.

    ``everybody`` asks nobody's permission: for counting and for officers.
    """
    catalog = api.portal.get_tool("portal_catalog")
    search = catalog.unrestrictedSearchResults if everybody else catalog.searchResults
    brains = search(portal_type="Service", sort_on="sortable_title")
    uid = IUUID(season)
    found = (brain._unrestrictedGetObject() for brain in brains)
    return [service for service in found if service.season == uid]


def season_of(service_uid: str) -> AdmissionSeason | None:
    """The season a service belongs to, whoever asks."""
    service = _by_uid(service_uid, "Service")
    return by_uid(service.season) if service is not None and service.season else None


def by_uid(uid: str) -> AdmissionSeason | None:
    return _by_uid(uid, "AdmissionSeason")


def moment(value: datetime | None) -> datetime | None:
    """Aware; what REST stores without a zone is meant as UTC."""
    return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


def results_are_public(season, now: datetime | None = None) -> bool:
    """Whether the hour has come, of a season that is itself public. In doubt: no."""
    hour = moment(season.results_at)
    if hour is None or (now or datetime.now(UTC)) < hour:
        return False
    return api.content.get_state(season, default="") == "published"


def may_reply(season, result, day: date | None = None) -> bool:
    """Whether a family that was admitted may still say that the child comes, or does not."""
    until = result.until or season.enrol_until
    return until is not None and (day or today()) <= until


def in_viet_nam(value: datetime | None) -> datetime | None:
    aware = moment(value)
    return aware.astimezone(ZONE) if aware is not None else None


def _by_uid(uid: str, portal_type: str):
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(UID=uid, portal_type=portal_type) if uid else ()
    return brains[0]._unrestrictedGetObject() if brains else None
