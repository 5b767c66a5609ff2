"""Pages of the ministry and of partners."""

from dataclasses import dataclass
from eduportal import _
from eduportal.content_types.resource.mandate_links import links_of
from eduportal.home.block import Block
from eduportal.home.contents import path_of
from eduportal.home.contents import published
from eduportal.home.contents import sections
from eduportal.home.contents import url_of
from eduportal.home.options import IHeading
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope import schema

MAIN = "vi"
SECTIONS = ("ministry-links", "sector-links")


class ILinksOptions(IHeading):
    """How many."""

    count = schema.Int(title=_("How many are shown"), min=1, max=40, default=10)


@dataclass(frozen=True)
class OutwardLink:
    """``lang`` where the title is not in the page's language."""

    title: str
    url: str
    lang: str | None = None


class Links(Block):
    """What the mandate names, at its new address where it moved, then the unit's own links.

    An address that is dead without a successor is explained in its section, not offered here.
    """

    kept = True
    all_told = True
    title = _("Links")
    options = ILinksOptions
    more_title = _("All links")
    links: list[OutwardLink] = []

    body = ViewPageTemplateFile("links.pt")

    def update(self) -> None:
        found = {one.url: one for one in reversed([*self._own(), *self._mandated()])}
        self.links = [*reversed(found.values())][: self.settings["count"]]

    @property
    def available(self) -> bool:
        return bool(self.links)

    @property
    def more_url(self) -> str:
        return url_of(self, sections(self).get(SECTIONS[0]))

    def _mandated(self) -> list[OutwardLink]:
        return [
            OutwardLink(link.title if link.url else link.successor_title, url)
            for section_id in SECTIONS
            for link in links_of(section_id, self.language)
            if (url := link.url or link.successor_url)
        ]

    def _own(self) -> list[OutwardLink]:
        """English pages list Vietnamese links too: a link is not made twice to be in both."""
        homes = [
            path_of(self, known[section_id])
            for known in (sections(self, one) for one in dict.fromkeys((self.language, MAIN)))
            for section_id in SECTIONS
            if section_id in known
        ]
        if not homes:
            return []
        brains = published(portal_type="Link", path=homes, sort_on="getObjPositionInParent")
        return [OutwardLink(brain.Title, brain.getURL(), self._lang(brain)) for brain in brains]

    def _lang(self, brain) -> str | None:
        return brain.Language if brain.Language not in ("", self.language) else None
