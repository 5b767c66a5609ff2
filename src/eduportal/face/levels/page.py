"""``@@level/<id>`` at a language root of an office: a level's units, the office's news of it."""

from eduportal.face.levels.levels import Level
from eduportal.face.levels.levels import levels_of
from eduportal.face.levels.units import Group
from eduportal.face.levels.units import units_of
from eduportal.face.pages.entries import Entry
from eduportal.face.pages.entries import entries
from eduportal.face.place import Place
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
from zope.publisher.interfaces import NotFound

NEWEST = 10


@implementer(IPublishTraverse)
class LevelPage(Place, BrowserView):
    """Not there on portals without levels, and for levels that the office has not."""

    level: Level | None = None

    def publishTraverse(self, request, name: str):
        """The step after the view is a level's id; a further one leads nowhere."""
        found = [one for one in self.levels if one.id == name]
        if self.level is not None or not found:
            raise NotFound(self, name, request)
        self.level = found[0]
        return self

    def __call__(self) -> str:
        if self.level is None:
            raise NotFound(self, "", self.request)
        return self.index()

    @property
    def levels(self) -> tuple[Level, ...]:
        return levels_of(self.unit.kind.tier) if self.unit else ()

    @property
    def page_heading(self) -> str:
        return self.level.title(self.language)

    @cached_property
    def groups(self) -> list[Group]:
        return units_of(self.portal, self.unit.id, self.level, self.language)

    @cached_property
    def news(self) -> list[Entry]:
        """The office's published news that carry the level as a tag."""
        brains = api.portal.get_tool("portal_catalog").searchResults(
            portal_type="News Item",
            path=self.root_path,
            Subject=self.level.tags,
            review_state="published",
            sort_on="effective",
            sort_order="descending",
            sort_limit=NEWEST,
        )
        return entries(brains[:NEWEST], self.language)
