"""The browser's title: the page, then whose portal it is in, in the page's language."""

from eduportal import _
from eduportal.face.place import Place
from html import escape
from html import unescape
from plone.app.layout.globals.interfaces import IViewView
from plone.app.layout.viewlets.common import TitleViewlet
from plone.base.interfaces import INavigationRoot
from zope.i18n import translate

# Plone's own pages say what they are in their template alone.
STOCK = {
    "change-password": _("Change password"),
    "fields": _("Fields of the form"),
    "folder_contents": _("Contents of the section"),
    "historyview": _("History of changes"),
    "mail_password_form": _("Forgotten password"),
    "overview-controlpanel": _("All settings"),
    "personal-information": _("Personal data"),
    "personal-preferences": _("Personal settings"),
    "sharing": _("Who may do what here"),
}


class Title(Place, TitleViewlet):
    """The language root's own title ("Tiếng Việt") says nothing to a visitor.

    A view that is a page of its own (search, desk, step, settings) has a heading or a label; on
    content it stands before the content's title, so that no two pages are called the same.
    """

    def update(self) -> None:
        parts = [self.unit_name]
        if not INavigationRoot.providedBy(self.context):
            parts.insert(0, unescape(self.page_title))
        own = self._answer() if IViewView.providedBy(self.view) else self._own()
        if own and own not in parts:
            parts.insert(0, own)
        self.site_title = escape(" – ".join(parts))

    def _answer(self) -> str:
        """What content's own page says in answer to a post, where that is not the content."""
        answer = getattr(self.view, "answer_heading", "")
        return translate(answer, context=self.request) if answer else ""

    def _own(self) -> str:
        own = (
            STOCK.get(getattr(self.view, "__name__", ""))
            or getattr(self.view, "page_heading", None)
            or getattr(self.view, "label", None)
        )
        own = own() if callable(own) else own
        return translate(own, context=self.request) if own else ""
