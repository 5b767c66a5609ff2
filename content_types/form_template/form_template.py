"""A form with the unit's name filled in (TT 53/2012/TT-BGDĐT, Điều 14.3.d)."""

from eduportal import _
from plone.dexterity.content import Item
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IFormTemplate(model.Schema):
    """A form to download with the unit's name filled in, as DOCX or ODT."""

    title = schema.TextLine(title=_("Title"))


@implementer(IFormTemplate)
class FormTemplate(Item):
    """A form with the unit's name filled in (TT 53/2012/TT-BGDĐT, Điều 14.3.d)."""
