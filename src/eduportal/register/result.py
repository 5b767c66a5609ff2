"""The answer to a query: how many records, which ones in order, and what narrows them further."""

from eduportal import search
from eduportal.register.facets import FACETS
from eduportal.register.facets import Choice
from eduportal.register.facets import Facet
from eduportal.register.facets import Names
from eduportal.register.matching import Matching
from eduportal.register.order import BY_DATE
from eduportal.register.order import BY_NUMBER
from eduportal.register.order import page
from eduportal.register.query import Query
from functools import cached_property
from plone import api
from Products.CMFCore.indexing import processQueue
from pyroaring import BitMap


class Result:
    """Nothing is computed that is not asked for: a feed needs no facets, a count no rows."""

    def __init__(self, matching: Matching) -> None:
        self.matching = matching
        self.query = matching.query
        self.catalog = matching.catalog

    @property
    def found(self) -> BitMap:
        return self.matching.found

    @property
    def total(self) -> int:
        """Distinct records over all pages."""
        return len(self.found)

    def rids(self, start: int | None = None, size: int | None = None) -> list[int]:
        """The catalogue's ids of a page of records in the query's order."""
        query = self.query
        order = BY_NUMBER if query.order == "number" else BY_DATE
        tiers = self.matching.tiers if query.order == "relevance" else None
        return page(
            self.catalog,
            (self.found,) if tiers is None else tuple(tier & self.found for tier in tiers),
            order,
            query.start if start is None else start,
            query.size if size is None else size,
        )

    def brains(self, start: int | None = None, size: int | None = None) -> list:
        """The catalogue's entries of the same."""
        table = self.catalog._catalog
        return [table[rid] for rid in self.rids(start, size)]

    def choices(self, facet: Facet, language: str) -> tuple[Choice, ...]:
        matching = self.matching
        return Names(language).choices(facet, matching.counts(facet), matching.value(facet))

    def facets(self, language: str) -> dict[str, tuple[Choice, ...]]:
        """Each filter's choices, counted with all the other filters applied."""
        return {facet.name: self.choices(facet, language) for facet in FACETS}

    def title(self, facet: Facet, language: str) -> str:
        """The name of the value chosen; "" where no record this visitor may see has it."""
        if not self.matching.knows(facet):
            return ""
        return Names(language).title(facet, self.matching.value(facet))

    @cached_property
    def suggestion(self) -> str:
        """What the visitor may have meant where little was found; of words in visible records."""
        if not self.query.q or self.total >= search.FEW:
            return ""
        return search.did_you_mean(self.catalog, self.query.q, self.matching.scope)

    @cached_property
    def parts(self) -> list[str]:
        """What of the words typed finds something alone, with the same filters."""
        if not self.query.q or self.total:
            return []
        return search.in_parts(self.catalog, self.query.q, self.matching.without("q"))


def run(query: Query, path: str = "") -> Result:
    """The documents of the portal, or of one place in it, that this visitor may see."""
    # what this transaction has still to index belongs to the answer
    processQueue()
    return Result(Matching(api.portal.get_tool("portal_catalog"), query, path))
