"""The register's filters: from the address to a catalogue query."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from eduportal import search
from plone import api

FIRST_YEAR = 1945
LAST_YEAR = 2999


@dataclass(frozen=True, slots=True)
class Filters:
    """What a visitor asked for; anything unreadable counts as not asked."""

    q: str = ""
    kind: str = ""
    issuer: str = ""
    year: int | None = None
    start: int = 0

    @property
    def active(self) -> bool:
        return bool(self.q or self.kind or self.issuer or self.year)


def filters_from(form: Mapping) -> Filters:
    """The filters in a request's form."""
    year = search.number(form, "year")
    return Filters(
        q=search.text(form, "q"),
        kind=search.text(form, "kind"),
        issuer=search.text(form, "issuer"),
        year=year if FIRST_YEAR <= year <= LAST_YEAR else None,
        start=search.number(form, "b_start"),
    )


def query_of(filters: Filters) -> dict:
    """The catalogue query; every word must be there, the last one may be a beginning."""
    query = dict(search.words(filters.q))
    if filters.kind:
        query["edu_kind"] = filters.kind
    if filters.issuer:
        query["edu_issuer"] = filters.issuer
    if filters.year:
        query["edu_issued_on"] = {
            "query": (date(filters.year, 1, 1), date(filters.year, 12, 31)),
            "range": "min:max",
        }
    return query


def visible_values(scope: dict) -> dict[str, set]:
    """The kinds, issuers and years of the records in ``scope`` that this visitor may see."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog(**scope)
    dates = {brain.edu_issued_on for brain in brains}
    return {
        "edu_kind": {brain.edu_kind for brain in brains} - {""},
        "edu_issuer": {brain.edu_issuer for brain in brains} - {""},
        "years": {day.year for day in dates if day},
    }
