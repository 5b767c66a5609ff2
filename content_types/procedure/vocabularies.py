"""The lists of procedures in forms and over REST."""

from eduportal.content_types.procedure.settings import terms_of
from eduportal.terms import OpenVocabulary
from eduportal.terms import TermVocabulary
from plone import api
from zope.interface import implementer
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleVocabulary


@implementer(IVocabularyFactory)
class Listed:
    """The vocabulary of one list; an open one takes new names."""

    def __init__(self, name: str, kind: type[TermVocabulary] = TermVocabulary) -> None:
        self.name = name
        self.kind = kind

    def __call__(self, context) -> TermVocabulary:
        return self.kind(terms_of(self.name), api.portal.get_current_language())


areas = Listed("areas", OpenVocabulary)
authorities = Listed("authorities")
audiences = Listed("audiences")
ways = Listed("ways")


@provider(IVocabularyFactory)
def forms(context) -> SimpleVocabulary:
    """The portal's forms to download that this person may see, by their UIDs."""
    brains = api.portal.get_tool("portal_catalog")(
        portal_type="FormTemplate", sort_on="sortable_title", show_inactive=True
    )
    return SimpleVocabulary(
        [SimpleVocabulary.createTerm(one.UID, one.UID, one.Title) for one in brains]
    )
