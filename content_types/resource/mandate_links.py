"""The addresses that the mandate gives a section, ready to show: a dead one is text, not a link."""

from collections.abc import Iterable
from dataclasses import dataclass
from eduportal import mandate
from eduportal.units.settings import current_unit

# Kon Tum's letter names its own department here; every other unit links to its own parent.
OTHER_UNITS_OWN = {"so-portal"}


@dataclass(frozen=True, slots=True)
class ShownLink:
    """An address in the reader's language. ``url`` is empty where the host is gone."""

    title: str
    address: str
    url: str
    successor_title: str
    successor_url: str
    note: str
    checked: bool


def links_of(section_id: str, language: str) -> list[ShownLink]:
    """The links that the requirements of this section name, in their order."""
    unit = current_unit()
    if unit is None:
        return []
    catalogue = mandate.catalogue()
    sections = {section.id: section for section in catalogue.sections(unit.tier)}
    section = sections.get(section_id)
    requirements = section.requirements if section else ()
    addresses = [
        part.url
        for requirement_id in requirements
        for part in catalogue.requirement(requirement_id).required_parts
        if part.url
    ]
    by_address = {link.url: link for link in catalogue.links()}
    return [
        _shown(by_address[address], language)
        for address in dict.fromkeys(addresses)
        if address in by_address and by_address[address].id not in OTHER_UNITS_OWN
    ]


def by_purpose(section_ids: Iterable[str], language: str) -> list[tuple[str, list[ShownLink]]]:
    """The links of several sections, each list under its section's title."""
    unit = current_unit()
    if unit is None:
        return []
    sections = {one.id: one for one in mandate.catalogue().sections(unit.tier)}
    groups = [
        (_title(sections[section_id], language), links_of(section_id, language))
        for section_id in section_ids
        if section_id in sections
    ]
    return [(title, links) for title, links in groups if links]


def _title(section: mandate.Section, language: str) -> str:
    return section.title_en if language == "en" else section.title_vi


def _shown(link: mandate.Link, language: str) -> ShownLink:
    english = language == "en"
    return ShownLink(
        title=link.title_en if english else link.title_vi,
        address=link.url,
        url="" if link.status in ("dead", "moved") else link.url,
        successor_title=link.successor_title_en if english else link.successor_title_vi,
        successor_url=link.successor_url,
        note=link.note_en if english else link.note_vi,
        checked=link.status != "unknown",
    )
