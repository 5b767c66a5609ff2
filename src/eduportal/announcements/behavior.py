"""Behaviour ``eduportal.urgency``: how pressing a notice is."""

from eduportal import _
from plone.autoform import directives
from plone.autoform.interfaces import IFormFieldProvider
from plone.indexer import indexer
from plone.supermodel import model
from z3c.form.browser.radio import RadioFieldWidget
from zope import schema
from zope.interface import provider
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary

NORMAL = "normal"
URGENT = "urgent"

LEVELS = SimpleVocabulary(
    [SimpleTerm(NORMAL, NORMAL, _("Normal")), SimpleTerm(URGENT, URGENT, _("Urgent"))]
)


@provider(IFormFieldProvider)
class IUrgency(model.Schema):
    """When it ends is ``expires`` of plone.publication."""

    directives.widget("urgency", RadioFieldWidget)
    directives.order_after(urgency="IDublinCore.description")
    urgency = schema.Choice(
        title=_("Urgency"),
        description=_(
            "An urgent notice stands first, with a mark, until its expiration date; without one, "
            "for seven days."
        ),
        vocabulary=LEVELS,
        default=NORMAL,
        required=False,
    )


@indexer(IUrgency)
def edu_urgency(content) -> str:
    """Urgent items only: all others are left out of the index."""
    if content.urgency != URGENT:
        raise AttributeError("edu_urgency")
    return URGENT
