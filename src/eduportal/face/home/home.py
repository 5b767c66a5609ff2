"""News, announcements, new documents, the ways people come for, and whom to reach."""

from eduportal.announcements import first_urgent
from eduportal.face.pages.entries import Entry
from eduportal.face.pages.entries import entries
from eduportal.face.place import Place
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView

NEWEST = 6
QUICK = (
    "procedure-list",
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

ANCHORS = ("news", "announcements", "contact")


class PortalHome(Place, BrowserView):
    """A calm first page; its blocks become composable through the web later."""

    @cached_property
    def sections(self) -> dict:
        """Catalogue entries of the sections that the page leads to, by id; one query."""
        brains = self._search(
            edu_section=(*QUICK, *ANCHORS), Language=self.language, portal_type="Section"
        )
        return {brain.edu_section: brain for brain in brains}

    @cached_property
    def quick_links(self) -> list[Entry]:
        found = [self.sections[one] for one in QUICK if one in self.sections]
        return entries((brain for brain in found if not brain.exclude_from_nav), self.language)

    @cached_property
    def news(self) -> list[Entry]:
        """News of the language, announcements apart: they have a block of their own."""
        announcements = self.sections.get("announcements")
        # the path index knows no "not": a few more are asked for and the others left out
        query = {"portal_type": "News Item", "path": self.root_path}
        brains = first_urgent(self._newest(NEWEST * 4, **query), NEWEST * 4, **query)
        if announcements is not None:
            apart = f"{announcements.getPath()}/"
            brains = [brain for brain in brains if not brain.getPath().startswith(apart)]
        return entries(brains[:NEWEST], self.language)

    @cached_property
    def announcements(self) -> list[Entry]:
        if "announcements" not in self.sections:
            return []
        query = {
            "portal_type": ("News Item", "Document", "Event", "Link"),
            "path": self.sections["announcements"].getPath(),
        }
        return entries(first_urgent(self._newest(**query), NEWEST, **query), self.language)

    @cached_property
    def documents(self) -> list[Entry]:
        """Of the whole portal: a document is registered once and listed in both languages.

        By date of issue: a clerk who files old documents must not push the new ones off.
        """
        newest = self._newest(portal_type="OfficialDocument", sort_on="edu_issued_on")
        return entries(newest, self.language)

    def address(self, section_id: str) -> str:
        """Where a block's "more" leads, ``""`` where the section is not shown to visitors."""
        brain = self.sections.get(section_id)
        return "" if brain is None or brain.exclude_from_nav else brain.getURL()

    def _newest(self, limit: int = NEWEST, sort_on: str = "effective", **query) -> list:
        return self._search(
            review_state="published",
            sort_on=sort_on,
            sort_order="descending",
            sort_limit=limit,
            **query,
        )[:limit]

    def _search(self, **query):
        return api.portal.get_tool("portal_catalog").searchResults(**query)
