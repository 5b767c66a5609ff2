"""Choices of the form in which a template is edited."""

from eduportal import _
from plone import api
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary

PURPOSES = {
    "form": _("A form that citizens download and fill in"),
    "letter": _("A letter that officers make from a case"),
}


@provider(IVocabularyFactory)
def purposes(context) -> SimpleVocabulary:
    return SimpleVocabulary([SimpleTerm(key, key, title) for key, title in PURPOSES.items()])


@provider(IVocabularyFactory)
def services(context) -> SimpleVocabulary:
    """The portal's services that this person may see, by their UIDs."""
    brains = api.portal.get_tool("portal_catalog")(
        portal_type="Service", sort_on="sortable_title", show_inactive=True
    )
    return SimpleVocabulary([SimpleTerm(one.UID, one.UID, one.Title) for one in brains])
