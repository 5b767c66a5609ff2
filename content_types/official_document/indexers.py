"""What the catalogue knows of a record."""

from datetime import date
from eduportal.content_types.official_document.official_document import IOfficialDocument
from eduportal.content_types.official_document.rules import number_key
from eduportal.content_types.official_document.settings import terms_of
from eduportal.terms import find
from plone.indexer import indexer

# The sort index leaves out what it has no value for: undated records sort as the oldest. It is a
# field index because a date index cannot be told to read another name than its own.
UNDATED = date(1900, 1, 1)


@indexer(IOfficialDocument)
def edu_number(document: IOfficialDocument) -> str:
    return document.number or ""


@indexer(IOfficialDocument)
def edu_number_key(document: IOfficialDocument) -> str:
    return number_key(document.number)


@indexer(IOfficialDocument)
def edu_kind(document: IOfficialDocument) -> str:
    return document.kind or ""


@indexer(IOfficialDocument)
def edu_issuer(document: IOfficialDocument) -> str:
    return document.issuer or ""


@indexer(IOfficialDocument)
def edu_issued_on(document: IOfficialDocument) -> date | None:
    return document.issued_on


@indexer(IOfficialDocument)
def edu_issued_on_key(document: IOfficialDocument) -> date:
    return document.issued_on or UNDATED


@indexer(IOfficialDocument)
def edu_subject_areas(document: IOfficialDocument) -> tuple[str, ...]:
    return tuple(document.subject_areas or ())


@indexer(IOfficialDocument)
def edu_title_en(document: IOfficialDocument) -> str:
    return document.title_en or ""


@indexer(IOfficialDocument)
def SearchableText(document: IOfficialDocument) -> str:
    kind = find(terms_of("kinds"), document.kind or "")
    words = [
        document.number,
        document.title,
        document.title_en,
        document.issuer,
        document.signer,
        kind.vi if kind else None,
        *(document.subject_areas or ()),
    ]
    return " ".join(word for word in words if word)
