"""Which records a page lists: the register proper all of the portal, a section its own."""

from eduportal.content_types.section.section import ISection
from eduportal.sections import find

WHOLE_PORTAL = "document-register"


def path_of(context) -> str:
    """The path that the list at ``context`` is limited to, ``""`` for none.

    Records exist once, in the Vietnamese section; its English sister lists the same ones.
    """
    if not ISection.providedBy(context) or context.section_id == WHOLE_PORTAL:
        return ""
    home = (find(context.section_id, "vi") if context.section_id else None) or context
    return "/".join(home.getPhysicalPath())
