"""Terms as a vocabulary of a form, named in the reader's language."""

from collections.abc import Iterable
from eduportal.terms.term import Term
from eduportal.terms.term import find
from eduportal.vietnamese import nfc
from eduportal.vietnamese import slug
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


class TermVocabulary(SimpleVocabulary):
    """Stores tokens, so that a name corrected later is corrected on every record."""

    def __init__(self, terms: Iterable[Term], language: str = "vi") -> None:
        self.named = tuple(terms)
        super().__init__(
            [SimpleTerm(self.value_of(t), t.token, t.title(language)) for t in self.named]
        )

    def value_of(self, term: Term) -> str:
        return term.token

    def resolve(self, text: str) -> str:
        """The stored value for a token or a name; LookupError where there is none."""
        term = find(self.named, text)
        if term is None:
            raise LookupError(text)
        return self.value_of(term)


class OpenVocabulary(TermVocabulary):
    """Stores Vietnamese names and takes new ones: an issuer keeps the name it signed with."""

    def value_of(self, term: Term) -> str:
        return term.vi

    def resolve(self, text: str) -> str:
        try:
            return super().resolve(text)
        except LookupError:
            return " ".join(nfc(text).split())

    def __contains__(self, value: object) -> bool:
        return isinstance(value, str) and bool(value)

    def getTerm(self, value: str) -> SimpleTerm:
        if super().__contains__(value):
            return super().getTerm(value)
        return SimpleTerm(value, slug(value), value)
