"""Where documents are filed: sections by their id, their path below ``/vi`` or their title."""

from AccessControl import getSecurityManager
from eduportal.filing.known import TYPE
from eduportal.sections import find
from eduportal.vietnamese import fold
from functools import cached_property
from plone import api

ADD = "Add portal content"


class Places:
    """The sections of a portal, each looked up once."""

    def __init__(self, portal) -> None:
        self.portal = portal
        self._found: dict[str, object] = {}

    def find(self, text: str):
        """The section meant; None where there is none, or several of that title."""
        if text not in self._found:
            self._found[text] = self._by_id(text) or self._by_path(text) or self._by_title(text)
        return self._found[text]

    def refusal(self, section) -> tuple[str, str] | None:
        """Why this person may not file documents there, in Vietnamese and English."""
        if not getSecurityManager().checkPermission(ADD, section):
            return (
                f"ông/bà không có quyền thêm văn bản vào chuyên mục “{section.title}”.",
                f"you may not add documents to the section “{section.title}”.",
            )
        if TYPE not in {fti.getId() for fti in section.allowedContentTypes()}:
            return (
                f"chuyên mục “{section.title}” không nhận văn bản.",
                f"the section “{section.title}” takes no documents.",
            )
        return None

    def name_of(self, section) -> str:
        """What ``find`` finds it by again: the mandate's id, else its path."""
        if getattr(section, "section_id", ""):
            return section.section_id
        root = "/".join(self._root.getPhysicalPath())
        return "/".join(section.getPhysicalPath()).removeprefix(f"{root}/")

    def _by_id(self, text: str):
        return find(text, "vi") if text.isascii() and "/" not in text else None

    def _by_path(self, text: str):
        path = text.strip("/").removeprefix("vi/")
        found = self._root.unrestrictedTraverse(path, None) if path else None
        if getattr(found, "portal_type", "") != "Section":
            return None
        # What is elsewhere is reached by acquisition too, but not at this path.
        wanted = "/".join((*self._root.getPhysicalPath(), path))
        return found if "/".join(found.getPhysicalPath()) == wanted else None

    def _by_title(self, text: str):
        catalog = api.portal.get_tool("portal_catalog")
        brains = catalog.searchResults(portal_type="Section", Language="vi")
        named = [brain for brain in brains if fold(brain.Title) == fold(text)]
        return named[0].getObject() if len(named) == 1 else None

    @cached_property
    def _root(self):
        return self.portal["vi"]
