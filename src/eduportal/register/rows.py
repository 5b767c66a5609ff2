"""A document as lists show it: from the catalogue's columns, with the found place of its text."""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from eduportal import fulltext
from eduportal import search
from eduportal.attachments.summary import FileSummary
from eduportal.attachments.summary import kind_of
from eduportal.attachments.summary import size_of
from eduportal.content_types.official_document import validity
from eduportal.register.facets import FACETS
from eduportal.register.facets import Names
from functools import cached_property

VALIDITY = FACETS[-1]
Pieces = list[tuple[str, bool]]
"""A snippet: its pieces in reading order, True where a word of the query is."""


@dataclass(frozen=True)
class Row:
    """One document; ``position`` counts from 1 over all pages."""

    brain: object
    position: int
    names: Names
    typed: str = ""

    @property
    def url(self) -> str:
        return self.brain.getURL()

    @property
    def number(self) -> str:
        return self.brain.edu_number or ""

    @property
    def public(self) -> bool:
        return self.brain.review_state == "published"

    @property
    def title(self) -> str:
        return self.brain.Title

    @property
    def title_en(self) -> str:
        return self.brain.edu_title_en or ""

    @property
    def kind(self) -> str:
        return self.names.of("kinds", self.brain.edu_kind or "")

    @property
    def issuer(self) -> str:
        return self.names.of("issuers", self.brain.edu_issuer or "")

    @property
    def issued_on(self) -> date | None:
        return self.brain.edu_issued_on or None

    @property
    def validity(self) -> str:
        """The token of today's state."""
        return validity.of(self.brain.edu_validity, validity.today())

    @property
    def validity_title(self) -> str:
        return self.names.title(VALIDITY, self.validity)

    @property
    def files(self) -> list[dict]:
        return [self._file(file) for file in self.brain.edu_attachments or ()]

    @cached_property
    def snippet(self) -> Pieces:
        """Where the words typed stand in the files; [] where they stand in the record alone.

        The only thing of a list for which a document is loaded, and only for the rows shown.
        """
        if not self.typed:
            return []
        text = fulltext.texts_of(self.brain.getObject())
        pieces = search.snippet(text, self.typed) if text else []
        return pieces if any(found for _piece, found in pieces) else []

    def _file(self, file: FileSummary) -> dict:
        return {
            "url": f"{self.url}/{file['path']}/@@download/file",
            "title": file["title"] or file["filename"],
            "kind": kind_of(file),
            "size": size_of(file, self.names.language),
        }


def rows(brains: Iterable, language: str, start: int = 0, typed: str = "") -> Iterator[Row]:
    """Catalogue entries as rows of a list that begins after ``start`` others."""
    names = Names(language)
    for position, brain in enumerate(brains, start=start + 1):
        yield Row(brain, position, names, typed)
