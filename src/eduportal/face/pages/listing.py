"""The default view of a section: its sub-sections as cards, what lies in it as a list."""

from eduportal.face.pages.entries import Entry
from eduportal.face.pages.entries import entries
from eduportal.face.place import Place
from functools import cached_property
from plone import api
from plone.batching import Batch
from Products.Five.browser import BrowserView

BATCH = 20


class SectionListing(Place, BrowserView):
    """Two queries: sub-sections, and one page of the rest."""

    pictures = False

    @cached_property
    def editing(self) -> bool:
        return api.user.has_permission("Modify portal content", obj=self.context) or (
            api.user.has_permission("Add portal content", obj=self.context)
        )

    @cached_property
    def cards(self) -> list[Entry]:
        """Sub-sections; those kept out of the menu are shown to editors alone."""
        found = entries(
            self._search(
                portal_type="Section",
                path={"query": self._path, "depth": 1},
                sort_on="getObjPositionInParent",
            ),
            self.language,
        )
        return [entry for entry in found if self.editing or not entry.hidden]

    @cached_property
    def batch(self) -> Batch:
        start = self.request.form.get("b_start", "0")
        start = int(start) if str(start).isdigit() else 0
        return Batch(self._contents(), BATCH, start)

    @property
    def lines(self) -> list[Entry]:
        return entries(self.batch, self.language)

    @cached_property
    def page(self):
        """A section that holds one published page and nothing else shows that page's text."""
        if self.cards or self.batch.sequence_length != 1:
            return None
        brain = self.batch[0]
        if (brain.portal_type, brain.review_state) != ("Document", "published"):
            return None
        return brain.getObject()

    @property
    def page_text(self) -> str:
        text = getattr(self.page, "text", None)
        return text.output_relative_to(self.page) if text else ""

    @property
    def empty(self) -> bool:
        return not self.cards and not self.batch.sequence_length

    @property
    def _path(self) -> str:
        return "/".join(self.context.getPhysicalPath())

    def _contents(self):
        return self._search(
            portal_type={"not": "Section"},
            path={"query": self._path, "depth": 1},
            sort_on="effective",
            sort_order="descending",
        )

    def _search(self, **query):
        return api.portal.get_tool("portal_catalog").searchResults(**query)
