"""Suggestions for keywords while an editor types: ``an toan`` finds ``An toàn giao thông``.

Plone compares bytes; with it a teacher who types without marks, or with a capital letter, gets no
suggestion and makes the same keyword a second time.
"""

from eduportal.vietnamese import fold
from plone.app.content.browser.vocabulary import VocabularyView
from zope.schema.vocabulary import SimpleVocabulary

KEYWORDS = "plone.app.vocabularies.Keywords"


class Vocabulary(VocabularyView):
    """``@@getVocabulary``: Plone's, with its permissions; keywords are searched differently."""

    def get_vocabulary(self):
        if self.request.get("name") != KEYWORDS:
            return super().get_vocabulary()
        typed = self.request.get("query") or ""
        self.request.set("query", "")
        vocabulary = super().get_vocabulary()
        self.request.set("query", typed)
        return SimpleVocabulary(_fitting(vocabulary, fold(str(typed)).strip()))


def _fitting(vocabulary, wanted: str) -> list:
    """The terms that hold what was typed, those that begin with it first."""
    found = [(fold(term.title), term) for term in vocabulary]
    found = [(not text.startswith(wanted), text, term) for text, term in found if wanted in text]
    return [term for _later, _text, term in sorted(found, key=lambda one: one[:2])]
