"""The records a portal has already, as an import asks for them; no record is loaded to look."""

from dataclasses import dataclass
from datetime import date
from eduportal.content_types.official_document import numbers
from eduportal.content_types.official_document.settings import terms_of
from eduportal.filing.choices import Lists
from eduportal.filing.entries import Entry
from eduportal.filing.entries import unnumbered_key
from eduportal.terms import Term
from eduportal.units.settings import current_unit
from eduportal.vietnamese import fold
from eduportal.vietnamese import slug
from plone import api
from Products.CMFPlone.CatalogTool import sortable_title
import re

TYPE = "OfficialDocument"
DATED = re.compile(
    r"(?P<number>.+?)[,(]?\s*ngày\s*(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})\)?$"
)
"""``12/QĐ-UBND ngày 05/09/2019``: how Vietnamese texts name another one of many."""


def lists() -> Lists:
    """The portal's lists and the names its records use."""
    unit = current_unit()
    own = (Term(slug(unit.name), unit.name, unit.name_en),) if unit else ()
    return Lists(
        kinds=terms_of("kinds"),
        issuers=(*own, *terms_of("issuers")),
        areas=tuple(term.vi for term in terms_of("areas")),
        used_issuers=_values("edu_issuer"),
        used_areas=_values("edu_subject_areas"),
    )


def record_of(entry: Entry):
    """The catalogue entry of the record that a row stands for; None where there is none."""
    catalog = api.portal.get_tool("portal_catalog")
    filed_as = entry.filed_as
    if filed_as is not None:
        return next(iter(catalog.unrestrictedSearchResults(edu_filed_as=filed_as)), None)
    wanted = entry.unnumbered_key
    for brain in _called(entry.fields["title"]):
        key = unnumbered_key(brain.Title, brain.edu_issued_on, brain.edu_issuer)
        if key == wanted and not numbers.is_numbered(brain.edu_number):
            return brain
    return None


def documents_called(text: str) -> list:
    """Catalogue entries that a cell of a relation may mean, of those that this person may see:
    by number, with or without its date, else by the whole subject."""
    number, on = named(text)
    if numbers.is_numbered(number):
        catalog = api.portal.get_tool("portal_catalog")
        brains = catalog.searchResults(portal_type=TYPE, edu_number=numbers.key(number))
        brains = [one for one in brains if on is None or one.edu_issued_on == on]
        if brains:
            return brains
    return _called(text, seen_only=True)


def named(text: str) -> tuple[str, date | None]:
    """The number, and the date where one is given: ``12/QĐ-UBND ngày 05/09/2019``."""
    found = DATED.match(text)
    if found is None:
        return text, None
    try:
        return found["number"], date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return text, None


@dataclass(frozen=True)
class _Titled:
    """Something that Plone's indexer can be asked about."""

    Title: str


def _called(title: str, seen_only: bool = False) -> list:
    """The records of that subject; the index knows it roughly, so the whole is compared again."""
    catalog = api.portal.get_tool("portal_catalog")
    search = catalog.searchResults if seen_only else catalog.unrestrictedSearchResults
    brains = search(portal_type=TYPE, sortable_title=sortable_title(_Titled(title))())
    return [brain for brain in brains if fold(brain.Title) == fold(title)]


def _values(index: str) -> tuple[str, ...]:
    found = api.portal.get_tool("portal_catalog")._catalog.indexes.get(index)
    return tuple(value for value in found.uniqueValues() if value) if found is not None else ()
