"""The page of a register: one search, choices with counts, what was chosen, the documents."""

from dataclasses import dataclass
from eduportal import _
from eduportal import search
from eduportal.register.export import MOST_ROWS
from eduportal.register.facets import FACETS
from eduportal.register.facets import Choice
from eduportal.register.facets import Facet
from eduportal.register.pages import Page
from eduportal.register.pages import pages
from eduportal.register.place import path_of
from eduportal.register.query import PAGE
from eduportal.register.query import Query
from eduportal.register.result import Result
from eduportal.register.result import run
from eduportal.register.rows import Row
from eduportal.register.rows import rows
from eduportal.search import keep_out
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from urllib.parse import urlencode
from zope.component import queryMultiAdapter

SHORT = 30
"""Choices of one filter in its list; more are links in a list to be opened."""

SORTS = (
    ("relevance", _("Best match")),
    ("date", _("Newest first")),
    ("number", _("By number")),
)
DATES = {"since": _("Issued from"), "until": _("Issued until")}


@dataclass(frozen=True)
class Filter:
    """A list to choose from; ``chosen`` is the stored value chosen."""

    facet: Facet
    choices: tuple[Choice, ...]
    chosen: str

    @property
    def short(self) -> list[Choice]:
        return [
            choice
            for place, choice in enumerate(self.choices)
            if place < SHORT or choice.value == self.chosen
        ]

    @property
    def more(self) -> list[Choice]:
        short = set(self.short)
        return [choice for choice in self.choices if choice not in short]


@dataclass(frozen=True)
class Chip:
    """A filter in effect and the address without it."""

    label: str
    title: str
    without: str


class DocumentRegister(BrowserView):
    """Everything is in the address; nothing needs a script."""

    usual_size = PAGE

    def __call__(self) -> str:
        # An address with parameters is a search, whatever they are: search engines index none.
        if self.searching:
            keep_out(self.request)
        return self.index()

    @property
    def searching(self) -> bool:
        return bool(self.request.get("QUERY_STRING"))

    @cached_property
    def language(self) -> str:
        return api.portal.get_current_language()

    @cached_property
    def url(self) -> str:
        return self.context.absolute_url()

    @cached_property
    def query(self) -> Query:
        return Query.from_form(self.request.form)

    @cached_property
    def result(self) -> Result:
        return run(self.query, path_of(self.context))

    @cached_property
    def echoed(self) -> str:
        """What the box shows of what was typed."""
        return search.shown(self.query.q)

    @cached_property
    def rows(self) -> list[Row]:
        brains = self.result.brains()
        return list(rows(brains, self.language, self.query.start, self.query.q))

    @cached_property
    def filters(self) -> list[Filter]:
        """The filters that have something to choose."""
        facets = self.result.facets(self.language)
        return [
            Filter(facet, facets[facet.name], str(self._chosen(facet) or ""))
            for facet in FACETS
            if facets[facet.name]
        ]

    @cached_property
    def chips(self) -> list[Chip]:
        """What was chosen; a value that no visible record has is not repeated."""
        found = []
        for facet in FACETS:
            if getattr(self.query, facet.name):
                title = self.result.title(facet, self.language) or _("unknown")
                found.append(Chip(facet.label, title, self._without(facet.name)))
        for name, label in DATES.items():
            day = getattr(self.query, name)
            if day:
                found.append(Chip(label, f"{day:%d/%m/%Y}", self._without(name)))
        return found

    @property
    def unreadable(self) -> bool:
        return bool(self.query.unreadable)

    @cached_property
    def sorts(self) -> list[dict]:
        """The orders that make sense, the one in effect without an address."""
        return [
            {
                "title": title,
                "url": self.query.but(sort=name).address(self.url),
                "chosen": self.query.order == name,
            }
            for name, title in SORTS
            if name != "relevance" or self.query.q
        ]

    @cached_property
    def pages(self) -> list[Page]:
        return pages(self.result.total, self.query, self.url)

    @property
    def last(self) -> int:
        """The position of the last row shown."""
        return self.query.start + len(self.rows)

    @property
    def suggestion(self) -> str:
        return self.result.suggestion

    @property
    def suggested(self) -> str:
        return self.query.but(q=self.suggestion).address(self.url)

    @property
    def parts(self) -> list[dict]:
        """Searches for a part of the words, where nothing has them all."""
        return [
            {"words": part, "url": self.query.but(q=part).address(self.url)}
            for part in self.result.parts
        ]

    @property
    def past_the_end(self) -> bool:
        return bool(self.result.total and not self.rows)

    def address_of(self, facet: Facet, choice: Choice) -> str:
        value = int(choice.value) if facet.name == "year" else choice.value
        return self.query.but(**{facet.name: value}).address(self.url)

    def day(self, name: str) -> str:
        day = getattr(self.query, name)
        return f"{day:%d/%m/%Y}" if day else ""

    def wrong(self, name: str) -> str | None:
        """For the field of a parameter that could not be read: which words say so."""
        return "register-unreadable" if name in self.query.unreadable else None

    def shown(self, number: int) -> str:
        """``1.234``, in English ``1,234``."""
        return f"{number:,}" if self.language == "en" else f"{number:,}".replace(",", ".")

    def other(self, view: str, **more: str) -> str:
        """The address of the same search as a file or a feed."""
        parameters = self.query.but(size=PAGE).parameters() | more
        return f"{self.url}/{view}?{urlencode(parameters)}"

    @property
    def capped(self) -> str:
        return self.shown(MOST_ROWS) if self.result.total > MOST_ROWS else ""

    @property
    def alert(self) -> str:
        """Where the search can be kept and sent by mail; ``""`` where that is not offered."""
        offer = queryMultiAdapter((self.context, self.request), name="alert-me")
        return self.other("@@alert-me") if offer is not None and offer.offered else ""

    @property
    def neighbours(self) -> str:
        """The block of the parent unit's documents, of a register that nobody searches."""
        block = queryMultiAdapter((self.context, self.request), name="parent_documents")
        return "" if block is None or self.searching else block()

    def _chosen(self, facet: Facet) -> object:
        return self.result.matching.value(facet)

    def _without(self, name: str) -> str:
        empty = None if name in ("year", *DATES) else ""
        return self.query.but(**{name: empty}).address(self.url)
