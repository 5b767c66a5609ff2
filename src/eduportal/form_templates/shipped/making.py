"""Giving a portal the shipped forms, once: afterwards they are the editors'."""

from eduportal import sections
from eduportal.content_types.form_template.form_template import FormTemplate
from eduportal.form_templates.filled import TYPES
from eduportal.form_templates.shipped.docx import docx
from eduportal.form_templates.shipped.odt import odt
from eduportal.form_templates.shipped.reading import Text
from eduportal.form_templates.shipped.reading import texts
from eduportal.units.settings import unit_of
from functools import cache
from plone import api
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from plone.namedfile.file import NamedBlobFile
from zope.annotation.interfaces import IAnnotations

MADE = "eduportal.form_templates"
SECTION = "forms-library"


def ensure_templates(portal) -> list[str]:
    """Make the shipped forms that this portal never had; the ids of those made.

    A form that was made once and is gone was removed by somebody and stays away. A portal without
    the section gets none.
    """
    unit = unit_of(portal)
    known = made(portal)
    wanted = [
        text
        for text in texts()
        if unit is not None and unit.kind.tier in text.tiers and text.id not in known
    ]
    section = sections.find(SECTION, "vi") if wanted else None
    if section is None:
        return []
    for text in wanted:
        known[text.id] = _make(section, text).UID()
    IAnnotations(portal)[MADE] = known
    return [text.id for text in wanted]


def made(portal) -> dict[str, str]:
    """The UIDs of the shipped forms that the portal ever had, by their ids."""
    return dict(IAnnotations(portal).get(MADE, {}))


@cache
def files(text_id: str) -> dict[str, bytes]:
    """Both files of a shipped form."""
    text = next(text for text in texts() if text.id == text_id)
    return {"docx": docx(text.title, text.blocks), "odt": odt(text.title, text.blocks)}


def _make(section, text: Text) -> FormTemplate:
    data = files(text.id)
    content = createContent(
        "FormTemplate",
        title=text.title,
        title_en=text.title_en,
        description=text.description,
        purpose=text.purpose,
        word=_blob(text, "docx", data),
        odt=_blob(text, "odt", data),
    )
    content.id = text.id
    template = addContentToContainer(section, content, checkConstraints=False)
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(template, to_state="published")
    return template


def _blob(text: Text, kind: str, data: dict[str, bytes]) -> NamedBlobFile:
    return NamedBlobFile(data[kind], contentType=TYPES[kind], filename=f"{text.id}.{kind}")
