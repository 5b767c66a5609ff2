"""Whose portal this is: the parent body's line, the unit's name, its looks, and the search box."""

from eduportal import look
from eduportal import search
from eduportal.face.bodies import parent_name
from eduportal.face.dates import short
from eduportal.face.dates import today
from eduportal.face.place import Place
from functools import cached_property
from plone.app.layout.viewlets.common import ViewletBase


class Banner(Place, ViewletBase):
    """Parent body above the unit, as on an official letter's head."""

    @property
    def parent_name(self) -> str:
        return parent_name(self.portal, self.unit.parent, self.language) if self.unit else ""

    @property
    def search_text(self) -> str:
        return search.shown(search.text(self.request.form, "SearchableText"))

    @cached_property
    def look(self) -> look.Look:
        return look.current(self.language)

    @property
    def address(self) -> str:
        return self.unit.address if self.unit else ""

    @property
    def page_url(self) -> str:
        """For the paper; without the query, which may hold what somebody typed."""
        return self.request["ACTUAL_URL"]

    @property
    def day(self) -> str:
        """A browser that prints the page later puts its own day here."""
        return short(today())
