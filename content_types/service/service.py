"""An online service (TT 53/2012/TT-BGDĐT, Điều 2.7): a form here, or a link to where it is offered."""

from eduportal import _
from plone.dexterity.content import Container
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IService(model.Schema):
    """An online service: a form of this portal that opens a case, or a link to where it is offered."""

    title = schema.TextLine(title=_("Title"))


@implementer(IService)
class Service(Container):
    """An online service (TT 53/2012/TT-BGDĐT, Điều 2.7): a form here, or a link to where it is offered."""
