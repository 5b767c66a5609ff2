"""The ways people come for, and links of the unit's own."""

from collections.abc import Iterable
from dataclasses import dataclass
from eduportal import _
from eduportal.home.block import Block
from eduportal.home.contents import sections
from eduportal.home.contents import url_of
from eduportal.home.options import IHeading
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope import schema
from zope.interface import Invalid
import re

QUICK = (
    "procedure-list",
    "service-catalogue",
    "online-registration",
    "case-status",
    "exam-results",
    "document-register",
    "work-calendar",
    "disclosure",
    "questions",
    "feedback",
    "legal-basis",
)
"""Sections people look for most, in the order shown; those a unit lacks are left out."""

LINE = re.compile(r"\s*(?P<title>[^|]+?)\s*\|\s*(?P<url>https?://[^\s|]+|/(?!/)[^\s|]*)\s*")


@dataclass(frozen=True)
class QuickLink:
    title: str
    url: str


def links_in(text: str | None) -> list[tuple[str, str]]:
    """Title and address of each line that is a link."""
    found = (LINE.fullmatch(line) for line in (text or "").splitlines())
    return [(match["title"], match["url"]) for match in found if match]


def is_links(text: str) -> bool:
    """Every line is "title | address"."""
    for line in text.splitlines():
        if line.strip() and not LINE.fullmatch(line):
            raise Invalid(
                _(
                    "not_a_quick_link",
                    default=(
                        "“${line}” is not a link: write its title, a vertical bar and its "
                        "address, which begins with https:// or, inside this portal, with / ."
                    ),
                    mapping={"line": line.strip()[:80]},
                )
            )
    return True


class IQuickOptions(IHeading):
    """What stands beside the sections."""

    mandated = schema.Bool(
        title=_("Show the sections people look for most"), required=False, default=True
    )
    own_vi = schema.Text(
        title=_("More links on the Vietnamese page"),
        description=_("One in a line: title | address."),
        required=False,
        max_length=4000,
        constraint=is_links,
    )
    own_en = schema.Text(
        title=_("More links on the English page"),
        required=False,
        max_length=4000,
        constraint=is_links,
    )


class QuickLinks(Block):
    """No query beside the menu's."""

    kept = True
    all_told = True
    title = _("Quick links")
    options = IQuickOptions
    links: list[QuickLink] = []

    body = ViewPageTemplateFile("quick.pt")

    def update(self) -> None:
        self.links = [*self._mandated(), *self._own()]

    @property
    def available(self) -> bool:
        return bool(self.links)

    @property
    def hidden_heading(self) -> bool:
        """A title that somebody wrote is there to be seen."""
        return not self.settings[f"heading_{self.language}"]

    def _mandated(self) -> Iterable[QuickLink]:
        known = sections(self) if self.settings["mandated"] else {}
        return [
            QuickLink(known[one].title, url_of(self, known[one])) for one in QUICK if one in known
        ]

    def _own(self) -> Iterable[QuickLink]:
        site = self.portal.absolute_url()
        for title, url in links_in(self.settings[f"own_{self.language}"]):
            yield QuickLink(title, f"{site}{url}" if url.startswith("/") else url)
