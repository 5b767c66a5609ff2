"""What a list of documents can be narrowed by, and the names of the choices."""

from eduportal import _
from eduportal.content_types.official_document.settings import terms_of
from eduportal.content_types.official_document.states import TITLES
from eduportal.terms import Term
from eduportal.terms import find
from eduportal.vietnamese import fold
from heapq import nlargest
from typing import NamedTuple
from zope.globalrequest import getRequest
from zope.i18n import translate

MOST = 200
"""Choices of one filter; who needs a rarer one narrows the list by another filter first."""


class Facet(NamedTuple):
    """A filter with choices: parameter, label, index, the list that names its values."""

    name: str
    label: str
    index: str = ""
    terms: str = ""


FACETS = (
    Facet("kind", _("Form of document"), "edu_kind", "kinds"),
    Facet("issuer", _("Issuing authority"), "edu_issuer", "issuers"),
    Facet("signer", _("Signed by"), "edu_signer"),
    Facet("area", _("Subject areas"), "edu_subject_areas", "areas"),
    Facet("year", _("Year of issue"), "edu_issued_year"),
    Facet("validity", _("Validity")),
)
INDEXED = tuple(facet for facet in FACETS if facet.index)


class Choice(NamedTuple):
    """A value that leaves ``count`` records."""

    value: str
    title: str
    count: int


class Names:
    """What stored values are called in the reader's language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._terms: dict[str, dict[str, str]] = {}

    def title(self, facet: Facet, value: object) -> str:
        if facet.name == "validity":
            return translate(TITLES[value], context=getRequest(), target_language=self.language)
        return self.of(facet.terms, str(value)) if facet.terms else str(value)

    def of(self, terms: str, value: str) -> str:
        """The name in a list; what is no longer listed stands as stored."""
        if terms not in self._terms:
            self._terms[terms] = {
                stored(terms, term): term.title(self.language) for term in terms_of(terms)
            }
        return self._terms[terms].get(value, value)

    def choices(
        self, facet: Facet, counts: dict[object, int], chosen: object = None
    ) -> tuple[Choice, ...]:
        """As readers look for them: years from the newest, else the most frequent first.

        At most ``MOST`` of them and the chosen one.
        """
        few = {chosen, *nlargest(MOST, counts, key=counts.__getitem__)}
        found = [
            Choice(str(value), self.title(facet, value), count)
            for value, count in counts.items()
            if value in few
        ]
        if facet.name == "year":
            found.sort(key=lambda one: int(one.value), reverse=True)
        elif facet.name != "validity":
            found.sort(key=lambda one: (-one.count, fold(one.title), one.value))
        return tuple(found)


def stored(terms: str, term: Term) -> str:
    """How records remember a term: kinds by token, issuers and areas by their Vietnamese name."""
    return term.token if terms == "kinds" else term.vi


def meant(facet: Facet, asked: str) -> str:
    """The stored value for what stands in an address: the value itself, or a term's other names."""
    term = find(terms_of(facet.terms), asked) if facet.terms else None
    return stored(facet.terms, term) if term else asked
