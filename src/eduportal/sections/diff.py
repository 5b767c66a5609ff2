"""How a portal's tree differs from the mandate. Nothing here is an error: editors may do so."""

from dataclasses import dataclass
from dataclasses import field
from dataclasses import fields
from eduportal import mandate
from eduportal.sections.builder import BUILT
from eduportal.sections.builder import LANGUAGES
from eduportal.sections.kind import current_kind
from plone import api
from zope.annotation.interfaces import IAnnotations


@dataclass
class Diff:
    """Sections are named ``language/section id``, paths start at the portal."""

    missing: list[str] = field(default_factory=list)
    """Mandated, never built: a new edition, an add-on, another kind of unit."""
    removed: list[str] = field(default_factory=list)
    """Built once, gone now; ``repair`` brings them back."""
    retitled: list[tuple[str, str, str]] = field(default_factory=list)
    """Section, the mandate's title, the present one."""
    moved: list[tuple[str, str]] = field(default_factory=list)
    """Section, its present path."""
    hidden: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    """Paths of sections that the mandate does not name for this kind of unit."""
    unlinked: list[str] = field(default_factory=list)
    """Ids of sections whose two languages are not translations of each other."""

    def __bool__(self) -> bool:
        return any(getattr(self, one.name) for one in fields(self))


def diff(portal) -> Diff:
    """Compare the portal with the mandate of its unit's kind; changes nothing, loads nothing."""
    found = Diff()
    mandated = {one.id: one for one in mandate.catalogue().sections(current_kind())}
    brains = {}
    for brain in _sections():
        # an unmandated section has no metadata here, and Missing.Value cannot be looked up
        if (brain.edu_section or "") in mandated:
            brains[brain.edu_section, brain.Language] = brain
        else:
            found.extra.append(_inside(portal, brain.getPath()))
    built = set(IAnnotations(portal).get(BUILT, ()))
    for section in mandated.values():
        if section.is_root:
            continue
        for language in LANGUAGES:
            key = f"{language}/{section.id}"
            brain = brains.get((section.id, language))
            if brain is None:
                (found.removed if key in built else found.missing).append(key)
            else:
                _compare(found, portal, section, brain, brains)
        if _groups(brains, section.id) == len(LANGUAGES):
            found.unlinked.append(section.id)
    return found


def _sections() -> list:
    catalog = api.portal.get_tool("portal_catalog")
    return catalog.unrestrictedSearchResults(portal_type="Section", sort_on="path")


def _compare(found: Diff, portal, section: mandate.Section, brain, brains: dict) -> None:
    key = f"{brain.Language}/{section.id}"
    title = getattr(section, f"title_{brain.Language}")
    if brain.Title != title:
        found.retitled.append((key, title, brain.Title))
    if brain.review_state == "hidden":
        found.hidden.append(key)
    path = brain.getPath()
    if path.rpartition("/")[0] != _mandated_place(portal, section, brain.Language, brains):
        found.moved.append((key, _inside(portal, path)))


def _mandated_place(portal, section: mandate.Section, language: str, brains: dict) -> str:
    if not section.parent:
        return "/".join((*portal.getPhysicalPath(), language))
    parent = brains.get((section.parent, language))
    return "" if parent is None else parent.getPath()


def _groups(brains: dict, section_id: str) -> int:
    """In how many translation groups the section's languages are: 1 when they are linked."""
    present = [brains.get((section_id, language)) for language in LANGUAGES]
    return len({brain.TranslationGroup for brain in present if brain is not None})


def _inside(portal, path: str) -> str:
    return path.removeprefix("/".join(portal.getPhysicalPath()) + "/")
