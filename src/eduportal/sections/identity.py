"""A section id names exactly one section in each language, whatever editors copy and move."""

from eduportal import _
from eduportal.content_types.section.guard import MandatedSectionRefused
from eduportal.content_types.section.guard import is_guarded
from eduportal.content_types.section.section import ISection
from eduportal.content_types.section.section import Section
from OFS.interfaces import IObjectClonedEvent
from OFS.interfaces import IObjectWillBeMovedEvent
from plone import api
from zope.component import adapter
from zope.globalrequest import getRequest
from zope.i18n import translate


@adapter(ISection, IObjectClonedEvent)
def forget_the_original(section: Section, event: IObjectClonedEvent) -> None:
    """A copy is the unit's own section; the sections inside a copied one are reached too."""
    if section.section_id:
        section.section_id = ""
        section.reindexObject(idxs=["edu_section"])


@adapter(ISection, IObjectWillBeMovedEvent)
def keep_the_language(section: Section, event: IObjectWillBeMovedEvent) -> None:
    """Multilingual gives what is moved the language of its new place.

    The portal would have the section twice in one language and lose it in the other, a removal
    that the guard of deletions does not see.
    """
    if not is_guarded(section) or event.oldParent is None or event.newParent is None:
        return
    if _root(event.oldParent) == _root(event.newParent):
        return
    message = _(
        "refused_other_language",
        default=(
            "The section “${title}” is mandated and stays under its own language. "
            "You may move it to any place there."
        ),
        mapping={"title": section.title},
    )
    raise MandatedSectionRefused(translate(message, context=getRequest()))


def _root(container) -> tuple[str, ...]:
    """Path of the language root at or above the container; shorter where there is none."""
    site = len(api.portal.get().getPhysicalPath())
    return container.getPhysicalPath()[: site + 1]
