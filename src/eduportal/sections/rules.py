"""Which rule a section answers to: what an editor is told who tries to delete it."""

from eduportal import mandate
from eduportal.content_types.section.guard import ISectionRule
from eduportal.content_types.section.section import Section
from eduportal.mandate import UnknownIdError
from eduportal.units.settings import current_unit
from plone import api
from zope.interface import provider

NORMATIVE = ("bộ luật", "luật", "nghị định", "thông tư", "thông tư liên tịch", "quyết định")
"""Texts that bind everywhere; a letter of one province is named only where there is no other."""


@provider(ISectionRule)
def mandated_by(section: Section) -> str:
    """``Thông tư 53/2012/TT-BGDĐT, Điều 14.1`` for a section of this unit's tree, else ``""``."""
    unit = current_unit()
    if unit is None:
        return ""
    catalogue = mandate.catalogue()
    try:
        served = catalogue.section(unit.tier, section.section_id).requirements
    except UnknownIdError:
        return ""
    places = [
        (catalogue.source(citation.source), citation.where)
        for requirement_id in served
        for citation in catalogue.requirement(requirement_id).citations
    ]
    if not places:
        return ""
    source, where = min(places, key=lambda place: place[0].kind not in NORMATIVE)
    return f"{_name(source)}, {where}"


def _name(source: mandate.Source) -> str:
    if api.portal.get_current_language() != "en":
        return source.name_vi
    # the label ends with what became of the text, in brackets; the sentence has brackets already
    return source.label_en.partition(" (")[0]
