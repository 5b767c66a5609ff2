"""A copy of a mandated section is the unit's own section: an id names one section per language."""

from eduportal.content_types.section.section import ISection
from eduportal.content_types.section.section import Section
from OFS.interfaces import IObjectClonedEvent
from zope.component import adapter


@adapter(ISection, IObjectClonedEvent)
def forget_the_original(section: Section, event: IObjectClonedEvent) -> None:
    """Also reaches the sections inside a copied one."""
    if section.section_id:
        section.section_id = ""
        section.reindexObject(idxs=["edu_section"])
