"""What the page's body carries, and that there are no columns beside it."""

from eduportal import look
from eduportal.face.place import Place
from plone.app.layout.globals.layout import LayoutPolicy
from Products.CMFPlone.patterns.view import PatternsSettingsView


class Layout(LayoutPolicy):
    """One column: Plone's left one holds a navigation portlet, a query on every page."""

    def have_portlets(self, manager_name: str, view=None) -> bool:
        return False


class BodyAttributes(Place, PatternsSettingsView):
    """Palette and occasion for all; settings of Plone's scripts for those who load them."""

    def __call__(self) -> dict[str, str]:
        chosen = look.current(self.language)
        attributes = {} if self.anonymous else super().__call__()
        attributes["data-palette"] = chosen.palette
        if chosen.tokens:
            attributes["style"] = chosen.tokens
        if chosen.occasion:
            attributes["data-occasion"] = chosen.occasion.kind
        return attributes
