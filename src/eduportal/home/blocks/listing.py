"""Blocks that list the newest of one section."""

from dataclasses import replace
from datetime import UTC
from datetime import datetime
from eduportal import _
from eduportal import caching
from eduportal.face.pages.entries import Entry
from eduportal.face.pages.entries import entries
from eduportal.home.block import Block
from eduportal.home.contents import CONTENT
from eduportal.home.contents import led_by_urgent
from eduportal.home.contents import newest
from eduportal.home.contents import path_of
from eduportal.home.contents import published
from eduportal.home.contents import sections
from eduportal.home.contents import url_of
from eduportal.home.options import IFive
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope import schema


class Listing(Block):
    """Title and date of what was published last in a section and below it."""

    kept = True
    all_told = True
    options = IFive
    section_id = ""
    types = CONTENT
    more_title = _("All of this section")
    lines: list[Entry] = []

    body = ViewPageTemplateFile("listing.pt")

    def update(self) -> None:
        if self.branch is not None:
            self.lines = entries(self.found(), self.language)

    def found(self) -> list:
        path = path_of(self, self.branch)
        return newest(self.settings["count"], path=path, portal_type=self.types)

    @cached_property
    def branch(self):
        """The section in the menu; None where the unit has none, or none that is shown."""
        return sections(self).get(self.section_id)

    @property
    def available(self) -> bool:
        return bool(self.lines)

    @property
    def more_url(self) -> str:
        return url_of(self, self.branch)

    def lang(self, line: Entry) -> str | None:
        """What stands in the other language says so (WCAG 3.1.2)."""
        return line.language if line.language not in ("", self.language) else None


class Announcements(Listing):
    """What is urgent stands first (``eduportal.announcements``)."""

    all_told = True
    title = _("Announcements")
    section_id = "announcements"
    types = ("News Item", "Document", "Event", "Link")
    more_title = _("All announcements")

    def found(self) -> list:
        path = path_of(self, self.branch)
        return led_by_urgent(self, path, super().found(), self.settings["count"])


PLACES = ("procedure-list", "service-catalogue", "online-registration")
"""Where procedures and services are."""
KINDS = {"Service": _("Online service"), "Procedure": _("Procedure")}


class Procedures(Listing):
    """Online services that are open now, those that close soonest first; then procedures."""

    all_told = True
    title = _("Procedures")
    section_id = "procedure-list"
    more_title = _("All procedures")

    def update(self) -> None:
        """A service and its procedure are often named alike: each tells what it is, not its day."""
        if self.branch is None:
            return
        found = self.found()
        self.lines = [
            replace(line, date=self._kind(brain) or line.date)
            for brain, line in zip(found, entries(found, self.language), strict=True)
        ]

    def found(self) -> list:
        """One query; records are in Vietnamese and belong on English pages too."""
        kept = sections(self, "vi")
        places = [path_of(self, kept[name]) for name in PLACES if name in kept]
        own = path_of(self, self.branch)
        brains = published(
            path={"query": [own, *places]},
            portal_type=CONTENT,
            sort_on="effective",
            sort_order="descending",
        )
        rest = [
            brain
            for brain in brains
            if brain.portal_type == "Procedure"
            or (brain.portal_type != "Service" and brain.getPath().startswith(f"{own}/"))
        ]
        return [*self._open_now(brains), *rest][: self.settings["count"]]

    def _kind(self, brain) -> str:
        return self.words(KINDS[brain.portal_type]) if brain.portal_type in KINDS else ""

    def _open_now(self, brains: list) -> list:
        """The block is made anew when one opens or closes."""
        now, never = datetime.now(UTC), datetime.max.replace(tzinfo=UTC)
        ways = []
        for brain in brains:
            if brain.portal_type != "Service" or not brain.edu_service_facts:
                continue
            opens, closes = (brain.edu_service_facts[name] for name in ("opens", "closes"))
            for moment in (opens, closes):
                if moment is not None and moment > now:
                    caching.expires(self.request, at=moment)
            if (opens is None or opens <= now) and (closes is None or now < closes):
                ways.append((closes or never, brain))
        return [brain for _closes, brain in sorted(ways, key=lambda one: one[0])]


class Consultations(Listing):
    all_told = True
    title = _("Open for comments")
    section_id = "consultations"
    more_title = _("All consultations")


class Polls(Listing):
    all_told = True
    title = _("Polls")
    section_id = "polls"
    more_title = _("All polls")


class ISectionOptions(IFive):
    """The section is named by its mandate id, so that both languages have theirs."""

    section = schema.Choice(
        title=_("Section"),
        description=_("The newest of this section and of those below it."),
        vocabulary="eduportal.home.sections",
    )


class AnySection(Listing):
    """Of whichever section the editors choose; its name is the heading."""

    all_told = True
    title = _("Newest of a section")
    options = ISectionOptions

    @property
    def section_id(self) -> str:
        return self.settings["section"] or ""

    @cached_property
    def heading(self) -> str:
        own = self.settings[f"heading_{self.language}"]
        return own or (self.branch.title if self.branch else self.words(self.title))
