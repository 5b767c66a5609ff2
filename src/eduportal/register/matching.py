"""Which records a query means, as sets; nothing here loads a document or reads a row."""

from collections.abc import Hashable
from datetime import date
from eduportal import search
from eduportal.content_types.official_document import validity
from eduportal.register.facets import INDEXED
from eduportal.register.facets import Facet
from eduportal.register.facets import meant
from eduportal.register.query import FIRST_YEAR
from eduportal.register.query import LAST_YEAR
from eduportal.register.query import Query
from functools import cached_property
from functools import reduce
from operator import and_
from pyroaring import BitMap
from pyroaring import FrozenBitMap

EMPTY = FrozenBitMap()


class Matching:
    """The records of a register that a visitor may see, narrowed by a query.

    ``path`` limits them to one place of the portal; ``""`` is the whole portal.
    """

    def __init__(self, catalog, query: Query, path: str = "") -> None:
        self.catalog = catalog
        self.query = query
        self.path = path

    @cached_property
    def scope(self) -> BitMap:
        """What there is to see before anything is asked."""
        found = search.docs_with(self.catalog, "portal_type", "OfficialDocument")
        found = found & search.visible(self.catalog, self.path)
        if self.path:
            found = found & search.docs_below(self.catalog, self.path)
        return found

    @cached_property
    def tiers(self) -> tuple[BitMap, ...] | None:
        """The matches of the words typed, the best first; None where no word was typed."""
        typed = self.query.q
        # the last word may be unfinished, as everywhere in the portal
        return search.ranked(self.catalog, f"{typed}*" if typed[-1:].isalnum() else typed)

    @cached_property
    def parts(self) -> dict[str, BitMap]:
        """For each thing asked its records, of the whole catalogue."""
        found: dict[str, BitMap] = {}
        if self.tiers is not None:
            found["q"] = reduce(lambda one, two: one | two, self.tiers, EMPTY)
        for facet in INDEXED:
            asked = getattr(self.query, facet.name)
            if asked:
                found[facet.name] = self._values(facet).get(self.value(facet), EMPTY)
        if self.query.since or self.query.until:
            found["dates"] = search.docs_between(
                self.catalog,
                "edu_issued_on",
                self.query.since or date(FIRST_YEAR, 1, 1),
                self.query.until or date(LAST_YEAR, 12, 31),
            )
        if self.query.validity:
            found["validity"] = self._by_validity(self.scope).get(self.query.validity, EMPTY)
        return found

    @cached_property
    def found(self) -> BitMap:
        return self.without("")

    def without(self, name: str) -> BitMap:
        """The records that all filters but one leave."""
        parts = (part for asked, part in self.parts.items() if asked != name)
        return reduce(and_, parts, self.scope)

    def value(self, facet: Facet) -> Hashable:
        """What a filter asks for, as its index has it; None where it asks for nothing."""
        asked = getattr(self.query, facet.name)
        if not facet.terms or not asked or asked in self._values(facet):
            return asked or None
        return meant(facet, asked)

    def counts(self, facet: Facet) -> dict[Hashable, int]:
        """How many records each value would leave; what leaves none is there only if chosen."""
        others = self.without(facet.name)
        counts = {
            value: count
            for value, docs in self._sets(facet, others).items()
            if value and (count := docs.intersection_cardinality(others))
        }
        chosen = self.value(facet)
        if chosen is not None and chosen not in counts and self.knows(facet):
            counts[chosen] = 0
        return counts

    def knows(self, facet: Facet) -> bool:
        """Whether a record this visitor may see has the value asked for; others are not named."""
        docs = self._sets(facet, self.scope).get(self.value(facet), EMPTY)
        return bool(docs.intersect(self.scope))

    def _sets(self, facet: Facet, records: BitMap) -> dict[Hashable, BitMap]:
        return self._values(facet) if facet.index else self._by_validity(records)

    def _values(self, facet: Facet) -> dict[Hashable, BitMap]:
        return search.values(self.catalog, facet.index)

    def _by_validity(self, records: BitMap) -> dict[str, BitMap]:
        """Computed from the days of change, as of today in Viet Nam."""
        day = validity.today()
        return validity.split(
            records,
            reached=lambda index: search.docs_until(self.catalog, index, day),
            dated=search.docs_in(self.catalog, validity.INDEXES[0]),
        )
