"""The browser's title: the page, then whose portal it is in, in the page's language."""

from eduportal.face.place import Place
from html import escape
from plone.app.layout.viewlets.common import TitleViewlet
from plone.base.interfaces import INavigationRoot


class Title(Place, TitleViewlet):
    """The language root's own title ("Tiếng Việt") says nothing to a visitor."""

    def update(self) -> None:
        name = escape(self.unit_name)
        at_home = INavigationRoot.providedBy(self.context)
        self.site_title = name if at_home else f"{self.page_title} – {name}"
