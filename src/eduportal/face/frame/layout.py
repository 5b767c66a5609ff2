"""What the page's body carries, and that there are no columns beside it."""

from eduportal.face.place import Place
from eduportal.units.fields import palettes
from plone.app.layout.globals.layout import LayoutPolicy
from Products.CMFPlone.patterns.view import PatternsSettingsView


class Layout(LayoutPolicy):
    """One column: Plone's left one holds a navigation portlet, a query on every page."""

    def have_portlets(self, manager_name: str, view=None) -> bool:
        return False


class BodyAttributes(Place, PatternsSettingsView):
    """The palette for everybody; settings of Plone's scripts only for those who load them."""

    def __call__(self) -> dict[str, str]:
        chosen = self.unit.palette if self.unit else ""
        attributes = {} if self.anonymous else super().__call__()
        attributes["data-palette"] = chosen or palettes()[0]
        return attributes
