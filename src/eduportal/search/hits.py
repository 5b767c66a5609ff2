"""What a visitor finds in the whole portal: of what may be seen, in the page's language."""

from eduportal.search.newest import page
from eduportal.search.pattern import unfinished
from eduportal.search.records import EMPTY
from eduportal.search.relevance import ranked
from eduportal.search.sets import docs_with
from eduportal.search.sets import values
from eduportal.search.sets import visible
from functools import cached_property
from plone import api
from pyroaring import FrozenBitMap

KINDS = {
    "documents": ("OfficialDocument",),
    "procedures": ("FormTemplate", "Procedure", "Service"),
    "news": ("News Item", "Event"),
    "resources": ("Resource",),
    "files": ("File", "Image"),
}
"""Kinds of results a visitor chooses from, with their content types; all others are pages."""
PAGES = "pages"
ORDER = ("documents", "procedures", "news", "resources", PAGES, "files")
IN_ALL_LANGUAGES = (
    "AdmissionSeason",
    "FormTemplate",
    "OfficialDocument",
    "Procedure",
    "Resource",
    "Service",
)
"""Records of registers exist once, in Vietnamese, and are found from both languages."""
NOT_SEARCHED = "plone.types_not_searched"
MOST_SUGGESTED = 8
FEW = 3
"""So few results are worth asking whether other words were meant."""


class Hits:
    """The answer to ``typed``; ``kind`` narrows it. Sets until rows are asked for."""

    def __init__(self, catalog, typed: str, language: str, kind: str = "") -> None:
        self.catalog = catalog
        self.typed = typed
        self.language = language
        self.kind = kind if kind in ORDER else ""

    @property
    def total(self) -> int:
        return len(self.found)

    @cached_property
    def found(self) -> FrozenBitMap:
        """The results of the kind chosen."""
        return self._matching & self._of_kind(self.kind) if self.kind else self._matching

    @property
    def counts(self) -> list[tuple[str, int]]:
        """The kinds that occur among all results, with how many there are."""
        counted = [(kind, len(self._matching & self._of_kind(kind))) for kind in ORDER]
        return [(kind, count) for kind, count in counted if count]

    @property
    def all(self) -> int:
        """How many results of all kinds."""
        return len(self._matching)

    def brains(self, start: int, size: int) -> list:
        """The catalogue's entries of one page of results, the best first."""
        tiers = tuple(tier & self.found for tier in self._tiers)
        table = self.catalog._catalog
        return [table[rid] for rid in page(self.catalog, tiers, start, size)]

    @cached_property
    def scope(self) -> FrozenBitMap:
        """Everything that this visitor can find from this page."""
        types = values(self.catalog, "portal_type")
        hidden = api.portal.get_registry_record(NOT_SEARCHED, default=())
        searched = _any(found for name, found in types.items() if name not in hidden)
        return visible(self.catalog) & searched & self._in_language

    @cached_property
    def _tiers(self) -> tuple[FrozenBitMap, ...]:
        return ranked(self.catalog, unfinished(self.typed)) or ()

    @cached_property
    def _matching(self) -> FrozenBitMap:
        return _any(self._tiers) & self.scope

    def _of_kind(self, kind: str) -> FrozenBitMap:
        if kind == PAGES:
            return self.scope - _any(self._of_kind(one) for one in KINDS)
        return _any(docs_with(self.catalog, "portal_type", name) for name in KINDS[kind])

    @property
    def _in_language(self) -> FrozenBitMap:
        languages = values(self.catalog, "Language")
        others = _any(found for name, found in languages.items() if name and name != self.language)
        everywhere = _any(docs_with(self.catalog, "portal_type", one) for one in IN_ALL_LANGUAGES)
        everything = _any(values(self.catalog, "portal_type").values())
        return everything - (others - everywhere)


def suggestions(catalog, typed: str, language: str) -> list:
    """The catalogue's entries that are worth offering while somebody types, at most eight."""
    return Hits(catalog, typed, language).brains(0, MOST_SUGGESTED)


def _any(sets) -> FrozenBitMap:
    return FrozenBitMap.union(EMPTY, *sets)
