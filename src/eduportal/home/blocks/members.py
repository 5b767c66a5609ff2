"""The units below this one, and what the unit above publishes: from what they keep for that."""

from eduportal import _
from eduportal.face.dates import ZONE
from eduportal.face.dates import short
from eduportal.federation import members
from eduportal.federation import parents_news
from eduportal.home.block import Block
from eduportal.home.contents import sections
from eduportal.home.contents import url_of
from eduportal.home.options import IFive
from eduportal.home.options import IHeading
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope import schema


class IMembersOptions(IHeading):
    """How long the lists may grow."""

    count = schema.Int(title=_("Units shown of each kind"), min=1, max=100, default=15)


class MemberUnits(Block):
    """By kind, folded: an office may have two hundred; no query."""

    title = _("Member units")
    options = IMembersOptions
    more_title = _("All member units")
    kinds: list[dict] = []

    body = ViewPageTemplateFile("members.pt")

    def update(self) -> None:
        self.kinds = members(self.portal, self.language)

    @property
    def available(self) -> bool:
        return bool(self.kinds)

    @property
    def more_url(self) -> str:
        return url_of(self, sections(self).get("member-units"))


class ParentNews(Block):
    """What the parent offers its members; a neighbour's catalogue is never asked."""

    title = _("News from the parent office")
    options = IFive
    lines: list[dict] = []

    body = ViewPageTemplateFile("parent_news.pt")

    def update(self) -> None:
        self.lines = parents_news(self.portal, self.language, self.settings["count"])

    @property
    def available(self) -> bool:
        return bool(self.lines)

    def day(self, line: dict) -> str:
        return short(line["since"].astimezone(ZONE).date()) if line["since"] else ""

    def lang(self, line: dict) -> str | None:
        return line["language"] if line["language"] != self.language else None
