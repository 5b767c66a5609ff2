"""Which English sections stand in the menu: those that have something to read in English.

A section is shown when its view lists records by itself, when published content lies below it,
or when a section below it is shown. The flag is "exclude from navigation"; the value set here is
remembered, and a section whose flag an editor has changed since is left to the editor.
"""

from Acquisition import aq_chain
from eduportal.content_types.section.section import ISection
from eduportal.content_types.section.section import Section
from eduportal.sections.builder import RECORD_VIEWS
from plone import api
from plone.app.multilingual.interfaces import ILanguageRootFolder
from plone.dexterity.interfaces import IDexterityContent
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectMovedEvent

REMEMBERED = "eduportal.english_menu"


def settle(portal) -> list[str]:
    """Set the flag of every mandated English section; the ids of those changed. Two queries."""
    root = _path(portal["en"])
    public = _search(path=root, review_state="published", portal_type={"not": "Section"})
    full = {above for brain in public for above in _above(brain.getPath())}
    brains = _search(portal_type="Section", path=root)
    changed = []
    # children before parents: a parent is shown because of a child
    for brain in sorted(brains, key=lambda brain: -brain.getPath().count("/")):
        section = brain._unrestrictedGetObject()
        belongs = section.getLayout() in RECORD_VIEWS or brain.getPath() in full
        if section.section_id and _set(section, belongs):
            changed.append(section.section_id)
        if not section.exclude_from_nav:
            full.update(_above(brain.getPath()))
    return changed


def follow_contents(section: Section) -> None:
    """Forget what an editor chose: from now on the section's contents decide again."""
    IAnnotations(section).pop(REMEMBERED, None)
    _set(section, _belongs(section))


@adapter(IDexterityContent, IAfterTransitionEvent)
def follow_publication(content, event: IAfterTransitionEvent) -> None:
    """Content became public or was withdrawn; the catalogue does not know it yet."""
    public = event.new_state.id == "published"
    if ISection.providedBy(content) or public == (event.old_state.id == "published"):
        return
    for section in _english_sections(content):
        _set(section, public or _belongs(section, without=_path(content)))


@adapter(IDexterityContent, IObjectMovedEvent)
def follow_removal(content, event: IObjectMovedEvent) -> None:
    """Content left a section, or came to another; new content follows by its publication."""
    if IObjectAddedEvent.providedBy(event) or content is not event.object:
        return
    before = f"{_path(event.oldParent)}/{event.oldName}"
    for section in _english_sections(event.oldParent):
        _set(section, _belongs(section, without=before))
    if event.newParent is None:
        return
    arrived = _public([before, _path(content)])
    for section in _english_sections(event.newParent) if arrived else ():
        _set(section, True)


def _english_sections(content) -> list[Section]:
    """Mandated sections around the content, the nearest first; none outside ``/en``."""
    found = []
    for item in aq_chain(content):
        if ILanguageRootFolder.providedBy(item):
            return found if item.getId() == "en" else []
        if ISection.providedBy(item) and item.section_id:
            found.append(item)
    return []


def _belongs(section: Section, without: str = "") -> bool:
    path = _path(section)
    return (
        section.getLayout() in RECORD_VIEWS
        or _public([path], without)
        or any(
            brain.getPath() != path
            for brain in _search(portal_type="Section", path=path, exclude_from_nav=False)
        )
    )


def _public(paths: list[str], without: str = "") -> bool:
    brains = _search(path=paths, review_state="published", portal_type={"not": "Section"})
    return any(not f"{brain.getPath()}/".startswith(f"{without or None}/") for brain in brains)


def _set(section: Section, shown: bool) -> bool:
    """Whether the flag had to be changed."""
    remembered = IAnnotations(section)
    excluded = bool(section.exclude_from_nav)
    if remembered.get(REMEMBERED, excluded) != excluded:
        return False
    if excluded != shown:
        return False
    section.exclude_from_nav = not shown
    remembered[REMEMBERED] = not shown
    section.reindexObject(idxs=["exclude_from_nav"])
    return True


def _search(**query):
    return api.portal.get_tool("portal_catalog").unrestrictedSearchResults(**query)


def _above(path: str) -> list[str]:
    """The paths of everything a path lies in."""
    parts = path.split("/")
    return ["/".join(parts[:length]) for length in range(2, len(parts))]


def _path(content) -> str:
    return "/".join(content.getPhysicalPath())
