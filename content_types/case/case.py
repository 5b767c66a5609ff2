"""One person's application (hồ sơ), kept in the database ``cases``."""

from eduportal import _
from plone.dexterity.content import Item
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class ICase(model.Schema):
    """What one person applied for; kept in a database of its own."""

    title = schema.TextLine(title=_("Title"))


@implementer(ICase)
class Case(Item):
    """One person's application (hồ sơ), kept in the database ``cases``."""
