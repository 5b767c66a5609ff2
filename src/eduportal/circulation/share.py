"""Which share of the documents was made known by mail: TT 53/2012/TT-BGDĐT Điều 21.2.b."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from eduportal.circulation import ledger
from eduportal.search import docs_with
from eduportal.search import rids
from plone import api
from Products.CMFCore.indexing import processQueue

UNDATED = 1900
"""The year that the index of dates says for a record without one."""


@dataclass(frozen=True, slots=True)
class Share:
    """Of the documents issued in ``year`` that are public now, those that were sent by mail."""

    year: int
    published: int
    notified: int

    @property
    def percent(self) -> float:
        return round(100 * self.notified / self.published, 1) if self.published else 0.0


def share(portal, year: int) -> Share:
    """The share of one year."""
    found = {one.year: one for one in shares(portal)}
    return found.get(year, Share(year, 0, 0))


def shares(portal) -> list[Share]:
    """One per year of issue, the newest first; a document without a date is in year 0.

    What is public is asked of the catalogue's index sets, so that withdrawing or deleting a
    document changes both figures at once; no object and no row is loaded. The year is that of
    issue: ten old years filed today are not this year's neglect.
    """
    processQueue()
    catalog = api.portal.get_tool("portal_catalog")
    public = (
        docs_with(catalog, "portal_type", "OfficialDocument")
        & docs_with(catalog, "review_state", "published")
        & docs_with(catalog, "allowedRolesAndUsers", "Anonymous")
    )
    issued = catalog._catalog.getIndex("edu_issued_on").documentToKeyMap()
    uids = catalog._catalog.getIndex("UID").documentToKeyMap()
    sent = ledger.notified(portal)
    published, notified = Counter(), Counter()
    for rid in rids(public):
        day = issued.get(rid)
        year = day.year if isinstance(day, date) and day.year > UNDATED else 0
        published[year] += 1
        notified[year] += uids.get(rid) in sent
    return [Share(year, published[year], notified[year]) for year in sorted(published)[::-1]]
