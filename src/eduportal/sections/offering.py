"""New kinds of content reach the sections of portals that exist already."""

from eduportal.content_types.section.section import Section
from eduportal.sections.builder import LANGUAGES
from eduportal.sections.finder import find

LATER = {
    "admission-information": ("AdmissionSeason",),
    "forms-library": ("FormTemplate",),
    "news": ("Album", "Topic"),
    "online-registration": ("Service",),
    "photos-videos": ("Album",),
    "procedure-list": ("Procedure",),
    "service-catalogue": ("Service",),
    "special-topics": ("Topic",),
    "unit-news": ("Album",),
}
"""By the section's id: what the mandate lets be added there since the editorial room came."""


def offer_later_types() -> int:
    """Let sections take what they take in new portals; how many changed. Called by an upgrade."""
    places = [(find(name, language), LATER[name]) for name in LATER for language in LANGUAGES]
    return sum(_offer(section, types) for section, types in places if section is not None)


FIRST_VIEW = "section_listing"
LATER_VIEWS = {
    "case-status": "case_status",
    "forms-library": "forms_library",
    "procedure-list": "procedure_list",
    "service-catalogue": "service_catalogue",
}
"""What these sections show in new portals since there are procedures and services."""


def show_later_views() -> int:
    """Give them their view where the first one is still chosen; how many changed."""
    places = [
        (find(name, language), LATER_VIEWS[name]) for name in LATER_VIEWS for language in LANGUAGES
    ]
    changed = [
        (section, view)
        for section, view in places
        if section is not None and section.getLayout() == FIRST_VIEW
    ]
    for section, view in changed:
        section.layout = view
    return len(changed)


def _offer(section: Section, types: tuple[str, ...]) -> bool:
    before = list(getattr(section, "locally_allowed_types", None) or ())
    missing = [name for name in types if name not in before]
    if not missing:
        return False
    section.locally_allowed_types = before + missing
    section.immediately_addable_types = [
        *(getattr(section, "immediately_addable_types", None) or ()),
        *missing,
    ]
    return True
