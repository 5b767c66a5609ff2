"""Building the tree under ``/vi`` and ``/en``: what is missing is made, what is there is left.

A second run creates nothing and touches no title, text, order, role or state. What has been built
once and is gone was removed by somebody, and comes back only by ``repair``.
"""

from dataclasses import dataclass
from dataclasses import field
from eduportal import mandate
from eduportal.content_types.section.section import Section as SectionFolder
from eduportal.sections.finder import brains_by_id
from eduportal.sections.finder import sections_by_id
from OFS.event import ObjectWillBeAddedEvent
from plone.app.dexterity.behaviors.constrains import ENABLED
from plone.app.multilingual.interfaces import ITG
from plone.app.multilingual.interfaces import IMutableTG
from plone.app.multilingual.interfaces import ITranslationManager
from plone.dexterity.utils import createContent
from zope.annotation.interfaces import IAnnotations
from zope.container.contained import notifyContainerModified
from zope.container.interfaces import INameChooser
from zope.event import notify
from zope.lifecycleevent import ObjectAddedEvent

LANGUAGES = ("vi", "en")
OTHER = {"vi": "en", "en": "vi"}
BUILT = "eduportal.sections"
RECORD_VIEWS = frozenset(
    {
        "case_status",
        "contact_page",
        "document_register",
        "forms_library",
        "legal_basis",
        "link_list",
        "member_units",
        "procedure_list",
        "resource_library",
        "service_catalogue",
    }
)


@dataclass
class Report:
    """What a run did: sections as ``language/section id``."""

    created: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)


def build(portal, kind: str, repair: bool = False) -> Report:
    """Complete the portal's tree for a unit of ``kind`` (``so``, ``phong``, ``C1`` ...)."""
    report = Report()
    built = set(IAnnotations(portal).get(BUILT, ()))
    wanted = [section for section in mandate.catalogue().sections(kind) if not section.is_root]
    if not repair and _complete(portal, wanted, built):
        return report
    present = sections_by_id(portal)
    parents = {}
    for section in wanted:
        for language in LANGUAGES:
            key = f"{language}/{section.id}"
            if (section.id, language) in present:
                built.add(key)
                continue
            if key in built and not repair:
                report.removed.append(key)
                continue
            parent = _parent(portal, section, language, present)
            if parent is None:
                report.removed.append(key)
                continue
            partner = present.get((section.id, OTHER[language]))
            present[section.id, language] = _create(parent, section, language, partner)
            parents[parent.getPhysicalPath()] = parent
            built.add(key)
            report.created.append(key)
        if repair:
            _link(present, section.id)
    for parent in parents.values():
        notifyContainerModified(parent)
    IAnnotations(portal)[BUILT] = tuple(sorted(built))
    return report


def _complete(portal, wanted: list[mandate.Section], built: set[str]) -> bool:
    """Whether nothing is missing: most portals in most runs, told without loading a section."""
    keys = {(section.id, language) for section in wanted for language in LANGUAGES}
    return keys <= brains_by_id(portal).keys() and built >= {f"{lang}/{id_}" for id_, lang in keys}


def _parent(portal, section: mandate.Section, language: str, present: dict):
    if not section.parent:
        return portal[language]
    return present.get((section.parent, language))


def _create(parent, section: mandate.Section, language: str, partner) -> SectionFolder:
    content = createContent(
        "Section",
        title=_worded(section, "title", language),
        language=language,
        exclude_from_nav=not _in_menu(section, language),
    )
    content.id = _worded(section, "slug", language)
    content.section_id = section.id
    if partner is not None:
        # Set before it is indexed: registering a translation later asks the catalogue each time.
        IMutableTG(content).set(ITG(partner))
    folder = _add(parent, content)
    folder.layout = section.default_view
    # Written as attributes: the behaviour's setters ask what the present user may add here.
    folder.constrain_types_mode = ENABLED
    folder.locally_allowed_types = list(section.allowed_types)
    folder.immediately_addable_types = list(section.allowed_types)
    return folder


def _add(parent, content: SectionFolder) -> SectionFolder:
    """What Dexterity does with new content, but the parent is not told of every single child.

    Each time it would be indexed and its relations and links be read again: a tenth of the build.
    """
    if content.id in parent:
        content.id = INameChooser(parent).chooseName(content.id, content)
    notify(ObjectWillBeAddedEvent(content, parent, content.id))
    parent._setObject(content.id, content, suppress_events=True)
    folder = parent[content.id]
    notify(ObjectAddedEvent(folder, parent, content.id))
    return folder


def _worded(section: mandate.Section, what: str, language: str) -> str:
    return getattr(section, f"{what}_{language}")


def _in_menu(section: mandate.Section, language: str) -> bool:
    """An English section waits for English content, unless its view shows records by itself."""
    if language == "en" and section.default_view not in RECORD_VIEWS:
        return False
    return section.in_menu


def _link(present: dict, section_id: str) -> None:
    vi = present.get((section_id, "vi"))
    en = present.get((section_id, "en"))
    if vi is None or en is None:
        return
    manager = ITranslationManager(vi)
    if not manager.has_translation("en"):
        manager.register_translation("en", en)
