"""The browser's title: the page, then whose portal it is in, in the page's language."""

from eduportal.face.place import Place
from html import escape
from plone.app.layout.viewlets.common import TitleViewlet
from plone.base.interfaces import INavigationRoot
from zope.i18n import translate


class Title(Place, TitleViewlet):
    """The language root's own title ("Tiếng Việt") says nothing to a visitor.

    A view that is a page of its own there (search, site map, signing in) has a heading or a label.
    """

    def update(self) -> None:
        name = escape(self.unit_name)
        page = self.page_title
        if INavigationRoot.providedBy(self.context):
            own = getattr(self.view, "page_heading", None) or getattr(self.view, "label", None)
            own = own() if callable(own) else own
            page = escape(translate(own, context=self.request)) if own else ""
        self.site_title = f"{page} – {name}" if page else name
