"""The browser's title: the page, then whose portal it is in, in the page's language."""

from eduportal.face.place import Place
from html import escape
from plone.app.layout.viewlets.common import TitleViewlet
from plone.base.interfaces import INavigationRoot


class Title(Place, TitleViewlet):
    """The language root's own title ("Tiếng Việt") says nothing to a visitor."""

    @property
    def site_title(self) -> str:
        name = escape(self.unit_name)
        if INavigationRoot.providedBy(self.context):
            return name
        return f"{self.page_title} – {name}"
