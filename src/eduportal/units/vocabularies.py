"""What may be chosen for a unit, with the words of the reader's language."""

from eduportal.mandate import kinds
from eduportal.units.tables import table
from plone import api
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def kinds_of_unit(context) -> SimpleVocabulary:
    """The kinds of the mandate: so, phong, commune and the codes of TT 53/2012 Điều 3.4."""
    language = _language()
    return SimpleVocabulary(
        [
            SimpleTerm(kind.code, kind.code, f"{getattr(kind, f'title_{language}')} ({kind.code})")
            for kind in kinds().values()
        ]
    )


@provider(IVocabularyFactory)
def palettes(context) -> SimpleVocabulary:
    """The colour sets of the theme."""
    language = _language()
    return SimpleVocabulary(
        [
            SimpleTerm(palette["id"], palette["id"], palette[language])
            for palette in table("palettes")["palette"]
        ]
    )


def _language() -> str:
    return "en" if api.portal.get_current_language() == "en" else "vi"
