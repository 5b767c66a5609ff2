"""The register's lists in forms and over REST."""

from eduportal.content_types.official_document.settings import terms_of
from eduportal.terms import OpenVocabulary
from eduportal.terms import Term
from eduportal.terms import TermVocabulary
from eduportal.units.settings import current_unit
from eduportal.vietnamese import fold
from eduportal.vietnamese import slug
from plone import api
from zope.interface import implementer
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def kinds(context) -> TermVocabulary:
    """Hình thức văn bản."""
    return TermVocabulary(terms_of("kinds"), api.portal.get_current_language())


@provider(IVocabularyFactory)
def issuers(context) -> OpenVocabulary:
    """Cơ quan ban hành: the unit itself first, since most of what it files is its own."""
    listed = terms_of("issuers")
    unit = current_unit()
    if unit is not None and unit.name not in {term.vi for term in listed}:
        listed = (Term(token=slug(unit.name), vi=unit.name, en=unit.name_en), *listed)
    return OpenVocabulary(listed, api.portal.get_current_language())


@implementer(IVocabularyFactory)
class Areas:
    """Lĩnh vực: what is listed, then what editors have typed.

    A class, because Plone hands the typed letters only to a ``__call__`` that asks for them.
    """

    def __call__(self, context, query: str | None = None) -> SimpleVocabulary:
        listed = [term.vi for term in terms_of("areas")]
        # documents outlive the kit, the index does not
        index = api.portal.get_tool("portal_catalog")._catalog.indexes.get("edu_subject_areas")
        typed = sorted(set(index.uniqueValues()) - set(listed)) if index is not None else []
        wanted = fold(query or "")
        return SimpleVocabulary(
            [
                SimpleVocabulary.createTerm(name, name, name)
                for name in (*listed, *typed)
                if wanted in fold(name)
            ]
        )


areas = Areas()
