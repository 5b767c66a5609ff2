"""Where cases are followed."""

from eduportal.sections import find as find_section


def address(portal, language: str) -> str:
    """The section ``case-status``, or the page of that name where a unit has no such section."""
    section = find_section("case-status", language)
    return section.absolute_url() if section is not None else at_root(portal, language)


def at_root(portal, language: str) -> str:
    return f"{portal.absolute_url()}/{language}/@@case-status"


def path(portal, language: str) -> str:
    """The same below the portal's address, for mails, which do not trust a request's host."""
    section = find_section("case-status", language)
    if section is None:
        return f"/{language}/@@case-status"
    return "/" + "/".join(section.getPhysicalPath()[len(portal.getPhysicalPath()) :])
