"""Where cases are followed."""

from eduportal.sections import find as find_section


def address(portal, language: str) -> str:
    """The section ``case-status``, or the page of that name where a unit has no such section."""
    section = find_section("case-status", language)
    return section.absolute_url() if section is not None else at_root(portal, language)


def at_root(portal, language: str) -> str:
    return f"{portal.absolute_url()}/{language}/@@case-status"
