"""Finding sections by their mandate id; paths and titles belong to the editors."""

from eduportal.content_types.section.section import Section
from plone import api


def sections_by_id(portal) -> dict[tuple[str, str], Section]:
    """Every mandated section of the portal, as ``(section id, language) -> section``."""
    return {key: brain._unrestrictedGetObject() for key, brain in brains_by_id(portal).items()}


def brains_by_id(portal) -> dict[tuple[str, str], object]:
    """The same as the catalogue knows them; loads no section."""
    catalog = api.portal.get_tool("portal_catalog")
    index = catalog._catalog.getIndex("edu_section")
    brains = catalog.unrestrictedSearchResults(
        portal_type="Section", edu_section=tuple(index.uniqueValues())
    )
    return {(brain.edu_section, brain.Language): brain for brain in brains}


def find(section_id: str, language: str = "vi") -> Section | None:
    """The portal's section of that id and language, whatever its path; None where it is gone."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        portal_type="Section", edu_section=section_id, Language=language
    )
    return brains[0]._unrestrictedGetObject() if brains else None
