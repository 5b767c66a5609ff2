"""What the catalogue knows of a record."""

from datetime import date
from eduportal.attachments.texts import file_words
from eduportal.content_types.official_document import numbers
from eduportal.content_types.official_document.effects import boundaries_of
from eduportal.content_types.official_document.official_document import IOfficialDocument
from eduportal.content_types.official_document.settings import terms_of
from eduportal.terms import find
from plone.indexer import indexer
from typing import TypeVar

Value = TypeVar("Value")

# The sort index leaves out what it has no value for: undated records sort as the oldest. It is a
# field index because a date index cannot be told to read another name than its own.
UNDATED = date(1900, 1, 1)
LETTER = "cong-van"


@indexer(IOfficialDocument)
def edu_number(document: IOfficialDocument) -> str:
    return document.number or ""


@indexer(IOfficialDocument)
def edu_names(document: IOfficialDocument) -> str:
    """What people call it, a line each: ``Thông tư 37/2020/TT-BGDĐT``, ``TT 37``, ``TT37``."""
    kind = find(terms_of("kinds"), document.kind or "")
    if kind is None or not document.number:
        return ""
    names = [f"{kind.vi} số {document.number}", f"{kind.vi} {document.number}"]
    sequence = numbers.parse(document.number).sequence
    short = kind.abbreviation or (numbers.LETTER if kind.token == LETTER else "")
    if short and sequence is not None:
        names += [f"{short} {document.number}", f"{short}{sequence}"]
    return "\n".join(names)


@indexer(IOfficialDocument)
def edu_number_key(document: IOfficialDocument) -> str:
    return numbers.key(document.number)


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
def edu_signer(document: IOfficialDocument) -> str:
    return _present(document.signer)


@indexer(IOfficialDocument)
def edu_issued_year(document: IOfficialDocument) -> int:
    """The year it is filed under: of its date, else the one in its number."""
    return _present(numbers.year_of(document.number, document.issued_on))


@indexer(IOfficialDocument)
def edu_filed_as(document: IOfficialDocument) -> str:
    """Never two records under one key: ``rules.first_with_number``."""
    return _present(numbers.filed_as(document.number, document.issuer, document.issued_on))


@indexer(IOfficialDocument)
def edu_number_order(document: IOfficialDocument) -> tuple[int, int, str, str]:
    return numbers.order(document.number, document.issued_on)


@indexer(IOfficialDocument)
def edu_validity(document: IOfficialDocument) -> tuple[date | None, ...]:
    """The column from which a row's state is computed: ``validity.of(brain.edu_validity, day)``."""
    return tuple(boundaries_of(document))


@indexer(IOfficialDocument)
def edu_in_force_from(document: IOfficialDocument) -> date:
    return _present(boundaries_of(document).starts)


@indexer(IOfficialDocument)
def edu_expires_on(document: IOfficialDocument) -> date:
    return _present(boundaries_of(document).ends)


@indexer(IOfficialDocument)
def edu_partly_from(document: IOfficialDocument) -> date:
    return _present(boundaries_of(document).partly)


@indexer(IOfficialDocument)
def edu_suspended_from(document: IOfficialDocument) -> date:
    return _present(boundaries_of(document).suspended)


@indexer(IOfficialDocument)
def edu_suspended_until(document: IOfficialDocument) -> date:
    return _present(boundaries_of(document).resumed)


@indexer(IOfficialDocument)
def SearchableText(document: IOfficialDocument) -> str:
    kind = find(terms_of("kinds"), document.kind or "")
    words = [
        *numbers.spellings(document.number),
        document.title,
        document.title_en,
        document.issuer,
        document.signer,
        document.signer_title,
        kind.vi if kind else None,
        *(document.subject_areas or ()),
        *(document.addressees or ()),
        file_words(document),
    ]
    return " ".join(word for word in words if word)


def _present(value: Value | None) -> Value:
    """An indexer that has nothing to say raises this, and the record stays out of the index."""
    if not value:
        raise AttributeError
    return value
