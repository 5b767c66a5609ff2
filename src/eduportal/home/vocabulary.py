"""The sections a block may show, as the menu has them."""

from eduportal.face.tree import branches
from eduportal.sections import LANGUAGES
from plone import api
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def sections_vocabulary(context) -> SimpleVocabulary:
    """Mandated sections by id, each below the one it lies in."""
    language = api.portal.get_current_language()
    tree = branches(api.portal.get(), language if language in LANGUAGES else LANGUAGES[0])
    return SimpleVocabulary(list(_terms(tree, "")))


def _terms(tree, above: str):
    for branch in tree:
        title = f"{above}{branch.title}"
        if branch.section_id:
            yield SimpleTerm(branch.section_id, branch.section_id, title)
        yield from _terms(branch.children, f"{title} › ")
