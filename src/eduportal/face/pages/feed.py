"""RSS of a section, or of a whole language: the newest published items."""

from eduportal.face.pages.news import TYPES
from eduportal.face.place import Place
from email.utils import format_datetime
from plone import api
from Products.Five.browser import BrowserView

NEWEST = 20
FEED_TYPES = (*TYPES, "OfficialDocument", "Resource")


class Feed(Place, BrowserView):
    """RSS 2.0; one query."""

    def __call__(self) -> str:
        self.request.response.setHeader("Content-Type", "application/rss+xml; charset=utf-8")
        return self.index()

    @property
    def title(self) -> str:
        at_root = "/".join(self.context.getPhysicalPath()) == self.root_path
        return self.unit_name if at_root else f"{self.context.title} – {self.unit_name}"

    @property
    def items(self) -> list[dict[str, str]]:
        brains = api.portal.get_tool("portal_catalog").searchResults(
            path="/".join(self.context.getPhysicalPath()),
            portal_type=FEED_TYPES,
            review_state="published",
            sort_on="effective",
            sort_order="descending",
            sort_limit=NEWEST,
        )[:NEWEST]
        return [
            {
                "title": brain.Title,
                "url": brain.getURL(),
                "description": brain.Description or "",
                "date": format_datetime(brain.effective.toZone("UTC").asdatetime()),
            }
            for brain in brains
        ]
