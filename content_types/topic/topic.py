"""A topic: an introduction with a picture, chosen items, and everything with its keywords."""

from eduportal import _
from plone.app.z3cform.widgets.contentbrowser import ContentBrowserFieldWidget
from plone.app.z3cform.widgets.select import AjaxSelectFieldWidget
from plone.autoform import directives
from plone.dexterity.content import Item
from plone.supermodel import model
from z3c.relationfield.schema import RelationChoice
from z3c.relationfield.schema import RelationList
from zope import schema
from zope.interface import implementer


class ITopic(model.Schema):
    """Title and summary come from plone.dublincore, the introduction from plone.richtext."""

    directives.widget(
        "gathered", AjaxSelectFieldWidget, vocabulary="plone.app.vocabularies.Keywords"
    )
    directives.order_after(gathered="IRichTextBehavior.text")
    gathered = schema.Tuple(
        title=_("Gather everything with these keywords"),
        description=_("Type a few letters and choose; items with one of the keywords appear here."),
        value_type=schema.TextLine(),
        required=False,
        missing_value=(),
        default=(),
    )

    directives.widget("picked", ContentBrowserFieldWidget)
    directives.order_after(picked="gathered")
    picked = RelationList(
        title=_("Chosen items"),
        description=_("They stand first, in this order."),
        value_type=RelationChoice(title=_("Item"), vocabulary="plone.app.vocabularies.Catalog"),
        required=False,
        missing_value=[],
        default=[],
    )


@implementer(ITopic)
class Topic(Item):
    """The page; what it shows is found when it is read."""
