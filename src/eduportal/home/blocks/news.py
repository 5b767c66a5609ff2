"""News, and a tab for each of its sub-sections that has some."""

from dataclasses import dataclass
from eduportal import _
from eduportal.face.pages.entries import Entry
from eduportal.face.pages.entries import entries
from eduportal.home.blocks.listing import Listing
from eduportal.home.contents import led_by_urgent
from eduportal.home.contents import newest
from eduportal.home.contents import path_of
from eduportal.home.contents import sections
from eduportal.home.options import ISix
from eduportal.pictures import picture
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope import schema

APART = ("announcements", "photos-videos", "webcasts")
"""These sub-sections have blocks of their own."""
SHARED = 120
"""The tabs share one query: a sub-section without news among so many newest has no tab."""


class INewsOptions(ISix):
    """How the news are grouped."""

    tabs = schema.Bool(
        title=_("A tab for each sub-section"),
        description=_("As many as have news; the first tab shows the newest of all."),
        required=False,
        default=True,
    )


@dataclass(frozen=True)
class Tab:
    """``first`` is the newest story's picture as HTML, ``""`` without one."""

    id: str
    title: str
    url: str
    lines: list[Entry]
    picture: str


class News(Listing):
    """The newest story of a tab with picture and summary, the others as titles.

    Without a script the tabs are links inside the page: the one aimed at is shown.
    """

    all_told = True
    title = _("News")
    where = ("middle", "wide")
    options = INewsOptions
    section_id = "news"
    more_title = _("All news")
    tabs: list[Tab] = []

    body = ViewPageTemplateFile("news.pt")

    def update(self) -> None:
        limit = SHARED if self.settings["tabs"] else self.settings["count"] * 4
        found = newest(limit, portal_type="News Item", path=self.root_path)
        apart = tuple(f"{path_of(self, one)}/" for one in self._apart)
        found = [brain for brain in found if not brain.getPath().startswith(apart)]
        led = led_by_urgent(self, self.root_path, found, len(found))
        led = [brain for brain in led if not brain.getPath().startswith(apart)]
        self.tabs = [self._tab(0, self.words(_("Newest")), self.more_url, led)] if led else []
        if self.settings["tabs"]:
            self.tabs += self._by_section(found)

    @property
    def available(self) -> bool:
        return bool(self.tabs)

    @property
    def _apart(self) -> list:
        known = sections(self)
        return [known[one] for one in APART if one in known]

    def _by_section(self, found: list) -> list[Tab]:
        """No tabs where all news lie in one section: they would repeat the first."""
        children = self.branch.children if self.branch is not None else []
        below = [(one, f"{path_of(self, one)}/") for one in children]
        groups = [
            (one, [brain for brain in found if brain.getPath().startswith(path)])
            for one, path in below
        ]
        groups = [(one, brains) for one, brains in groups if brains]
        if len(groups) < 2:
            return []
        return [
            self._tab(number, one.title, f"{self.portal.absolute_url()}{one.path}", brains)
            for number, (one, brains) in enumerate(groups, start=1)
        ]

    def _tab(self, number: int, title: str, url: str, brains: list) -> Tab:
        shown = brains[: self.settings["count"]]
        return Tab(
            id=f"edu-{self.key}-{number}",
            title=title,
            url=url,
            lines=entries(shown, self.language),
            picture=picture(shown[0], "preview", sizes="(min-width: 36em) 15rem, 100vw"),
        )
