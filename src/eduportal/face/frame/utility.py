"""The bar on top: levels of an office's portal, date in words, ways to read, other language."""

from eduportal.face.dates import in_words
from eduportal.face.dates import today
from eduportal.face.frame.switch import Switch
from eduportal.face.frame.switch import other_language
from eduportal.face.levels import levels_of
from eduportal.face.levels import own_title
from eduportal.face.place import Place
from functools import cached_property
from plone.app.layout.viewlets.common import ViewletBase


class Utility(Place, ViewletBase):
    """Its first element is the skip link."""

    @property
    def date(self) -> str:
        return in_words(today(), self.language)

    @property
    def switch(self) -> Switch:
        return other_language(self.context, self.request, self.portal, self.language)

    @cached_property
    def levels(self) -> list[dict[str, str | None]]:
        """The office itself and its levels as ``title``, ``url``, ``current``; none for a school.

        Known without a look at any unit: which levels there are is the office's kind, not data.
        """
        tier = self.unit.kind.tier if self.unit else ""
        levels = levels_of(tier)
        if not levels:
            return []
        shown = getattr(getattr(self.view, "level", None), "id", "")
        links = [
            {
                "title": level.title(self.language),
                "url": f"{self.root_url}/@@level/{level.id}",
                "current": "page" if level.id == shown else None,
            }
            for level in levels
        ]
        own = "true" if not shown else None
        title = own_title(tier, self.language)
        return [{"title": title, "url": self.root_url, "current": own}, *links]
