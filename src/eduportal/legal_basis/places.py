"""Where a portal's sections stand, as the asker may see them."""

from dataclasses import dataclass
from eduportal import mandate
from eduportal.sections import LANGUAGES
from plone import api


@dataclass(frozen=True, slots=True)
class Place:
    """A section's present title and address; both belong to the editors."""

    title: str
    url: str


Places = dict[tuple[str, str], Place]


def visible_places(kind: str) -> Places:
    """``(section id, language) -> place`` of all sections the asker may view: one query."""
    catalog = api.portal.get_tool("portal_catalog")
    # the language roots are what the mandate's root section becomes
    root = next((one.id for one in mandate.catalogue().sections(kind) if one.is_root), "")
    found = {}
    for brain in catalog.searchResults(portal_type=("Section", "LRF"), Language=LANGUAGES):
        section_id = brain.edu_section if brain.portal_type == "Section" else root
        if section_id:
            found[section_id, brain.Language] = Place(brain.Title, brain.getURL())
    return found
