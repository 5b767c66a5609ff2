"""The search page: Plone's search, on a page that needs none of Plone's scripts."""

from eduportal import _
from eduportal.face.pages.entries import Entry
from eduportal.face.pages.entries import entries
from eduportal.face.place import Place
from functools import cached_property
from plone.batching import Batch
from Products.CMFPlone.browser.search import Search

BATCH = 20


class SearchPage(Place, Search):
    """One field, the results, pages of them."""

    page_heading = _("Search")

    @cached_property
    def asked(self) -> str:
        text = self.request.form.get("SearchableText", "")
        return text if isinstance(text, str) else ""

    @cached_property
    def batch(self) -> Batch:
        start = str(self.request.form.get("b_start", "0"))
        start = int(start) if start.isdigit() else 0
        return Batch(self.results(batch=False, use_content_listing=False), BATCH, start)

    @property
    def lines(self) -> list[Entry]:
        return entries(self.batch, self.language)
