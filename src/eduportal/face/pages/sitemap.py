"""The site map: the same tree as the menu, whole."""

from eduportal import _
from eduportal.face.place import Place
from eduportal.face.tree import Branch
from eduportal.face.tree import branches
from Products.Five.browser import BrowserView


class SiteMap(Place, BrowserView):
    """Every section that is in navigation, in the page's language."""

    page_heading = _("Site map")

    @property
    def branches(self) -> list[Branch]:
        return branches(self.portal, self.language)
