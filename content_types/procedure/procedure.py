"""An administrative procedure as Vietnamese law has it described (TT 53/2012/TT-BGDĐT, Điều 14.3.b)."""

from eduportal import _
from plone.dexterity.content import Item
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IProcedure(model.Schema):
    """An administrative procedure: steps, dossier, time limit, fees, who handles it."""

    title = schema.TextLine(title=_("Title"))


@implementer(IProcedure)
class Procedure(Item):
    """An administrative procedure as Vietnamese law has it described (TT 53/2012/TT-BGDĐT, Điều 14.3.b)."""
