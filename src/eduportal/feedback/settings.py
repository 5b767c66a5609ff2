"""How many posts a form takes; a portal's administrators change it in the registry."""

from eduportal import _
from plone.registry.interfaces import IRegistry
from zope import schema
from zope.component import getUtility
from zope.interface import Interface

PREFIX = "eduportal.feedback"


class IFeedbackSettings(Interface):
    """Limits of the public forms; see ``profiles/default/registry/feedback.xml``."""

    visitor_posts = schema.Int(title=_("Posts per visitor and form"), default=5, min=1)
    visitor_minutes = schema.Int(title=_("Minutes they are counted in"), default=10, min=1)
    form_posts = schema.Int(title=_("Posts per form, all visitors together"), default=200, min=1)
    form_minutes = schema.Int(title=_("Minutes they are counted in"), default=60, min=1)


def settings() -> IFeedbackSettings:
    """The portal's limits."""
    return getUtility(IRegistry).forInterface(IFeedbackSettings, prefix=PREFIX, check=False)
