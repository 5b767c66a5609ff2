"""``<file>/@@text-version``: the words of a file as a page, for who cannot see its pictures."""

from dataclasses import dataclass
from eduportal import _
from eduportal.attachments.summary import kind_of
from eduportal.attachments.summary import summary
from eduportal.fulltext.pages.access import harden
from eduportal.fulltext.pages.shown import PAGE_NAMES
from eduportal.fulltext.pages.shown import Shown
from eduportal.fulltext.pages.shown import heading
from eduportal.fulltext.pages.shown import shown
from eduportal.fulltext.reading import reading
from eduportal.search import number
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.publisher.interfaces import NotFound
import re

PAGES_AT_ONCE = 50
EMPTY_LINE = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Page:
    """A page's text in paragraphs; lines within one are kept."""

    number: int
    heading: str
    paragraphs: tuple[str, ...]
    recognised: bool


class TextVersion(BrowserView):
    """Page by page under headings, as plain text: whatever markup a file holds stays words."""

    page_heading = _("Text version")

    index = ViewPageTemplateFile("text_version.pt")

    def __call__(self) -> str:
        if not self.texts or not 1 <= self.part <= self.parts:
            raise NotFound(self.context, self.__name__, self.request)
        harden(self.context, self.request)
        return self.index()

    @cached_property
    def texts(self) -> list[str]:
        known = reading(self.context)
        return known.pages if known is not None else []

    @property
    def interface_language(self) -> str:
        return api.portal.get_current_language()

    @cached_property
    def file(self) -> Shown:
        return shown(self.context)

    @property
    def part(self) -> int:
        """A long text comes in parts, counted from 1."""
        return number({"part": "1"} | self.request.form, "part")

    @property
    def parts(self) -> int:
        return -(-len(self.texts) // PAGES_AT_ONCE)

    @property
    def wholly_recognised(self) -> bool:
        return len(self.recognised_pages) == len(self.texts)

    @cached_property
    def recognised_pages(self) -> frozenset[int]:
        return frozenset(reading(self.context).recognised_pages)

    def pages(self) -> list[Page]:
        """The pages of the part that is asked for."""
        kind = kind_of(summary(self.context.file, "", ""))
        name = PAGE_NAMES.get(kind, "page" if len(self.texts) > 1 else "")
        start = (self.part - 1) * PAGES_AT_ONCE
        return [
            Page(
                number=place + 1,
                heading=heading(name, place + 1),
                paragraphs=tuple(one for one in EMPTY_LINE.split(text) if one.strip()),
                recognised=place in self.recognised_pages and not self.wholly_recognised,
            )
            for place, text in list(enumerate(self.texts))[start : start + PAGES_AT_ONCE]
        ]
