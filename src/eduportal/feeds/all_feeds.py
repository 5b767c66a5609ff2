"""``@@feeds``: what RSS is for, and every feed of the language (TT 53/2012/TT-BGDĐT, Điều 17.5)."""

from eduportal import _
from eduportal.face.place import Place
from eduportal.face.tree import Branch
from eduportal.face.tree import branches
from Products.Five.browser import BrowserView


class AllFeeds(Place, BrowserView):
    """The menu's tree; no query of its own."""

    page_heading = _("News by RSS")

    @property
    def branches(self) -> list[Branch]:
        return branches(self.portal, self.language)

    @property
    def root_feed(self) -> str:
        return f"{self.root_url}/RSS"
