"""Whose portal this is: the parent body's line, the unit's name, and the search box."""

from eduportal import search
from eduportal.face.bodies import parent_name
from eduportal.face.place import Place
from plone.app.layout.viewlets.common import ViewletBase


class Banner(Place, ViewletBase):
    """Parent body above the unit, as on an official letter's head."""

    @property
    def parent_name(self) -> str:
        return parent_name(self.portal, self.unit.parent, self.language) if self.unit else ""

    @property
    def search_text(self) -> str:
        return search.shown(search.text(self.request.form, "SearchableText"))
