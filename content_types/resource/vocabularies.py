"""The library's lists in forms and over REST."""

from eduportal.content_types.resource.settings import terms_of
from eduportal.terms import OpenVocabulary
from eduportal.terms import TermVocabulary
from plone import api
from zope.interface import implementer
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleVocabulary

GRADES = tuple(str(grade) for grade in range(1, 13))


@implementer(IVocabularyFactory)
class Listed:
    """The vocabulary of one list; an open one takes new names."""

    def __init__(self, name: str, kind: type[TermVocabulary] = TermVocabulary) -> None:
        self.name = name
        self.kind = kind

    def __call__(self, context) -> TermVocabulary:
        return self.kind(terms_of(self.name), api.portal.get_current_language())


kinds = Listed("kinds")
origins = Listed("origins")
levels = Listed("levels")
licences = Listed("licences")
subjects = Listed("subjects", OpenVocabulary)
groups = Listed("groups", OpenVocabulary)


@provider(IVocabularyFactory)
def grades(context) -> SimpleVocabulary:
    """Lớp 1 to 12."""
    return SimpleVocabulary.fromValues(GRADES)
