"""A section of links: what the mandate names, then what the unit's editors add."""

from eduportal.content_types.resource.mandate_links import ShownLink
from eduportal.content_types.resource.mandate_links import links_of
from eduportal.sections import LANGUAGES
from eduportal.sections import find
from plone import api
from Products.Five.browser import BrowserView


class LinkList(BrowserView):
    """The same links in both languages; editors' links stand in whichever section holds them."""

    def mandated(self) -> list[ShownLink]:
        section_id = self.context.section_id
        return links_of(section_id, api.portal.get_current_language()) if section_id else []

    def own(self) -> list[dict]:
        """The Link items of this section and of its pair in the other language."""
        section_id = self.context.section_id
        pair = [find(section_id, language) for language in LANGUAGES] if section_id else []
        homes = [section for section in pair if section is not None] or [self.context]
        language = api.portal.get_current_language()
        brains = api.portal.get_tool("portal_catalog")(
            portal_type="Link",
            path={"query": ["/".join(home.getPhysicalPath()) for home in homes]},
            sort_on="getObjPositionInParent",
        )
        return [
            {
                "title": brain.Title,
                "description": brain.Description,
                "url": brain.getURL(),
                "lang": brain.Language if brain.Language != language else None,
            }
            for brain in brains
        ]
