"""What the text of a record's files says of its fields, beside what stands there."""

from dataclasses import dataclass
from datetime import date
from eduportal.content_types.official_document.official_document import IOfficialDocument
from eduportal.content_types.official_document.proposals import Proposal
from eduportal.content_types.official_document.proposals import propose
from eduportal.content_types.official_document.rules import shown
from eduportal.fulltext.pages.preview import files_of
from eduportal.fulltext.texts import pages_of
from eduportal.vietnamese import slug
from pathlib import Path
from zope.component import getUtility
from zope.schema.interfaces import IText
from zope.schema.interfaces import IVocabularyFactory

# The record's fields in the order of its page, with the names that the proposal uses.
FIELDS = {
    "number": "number",
    "kind": "kind",
    "issuer": "issuer",
    "issued_on": "issued_on",
    "effective_on": "effective_on",
    "title": "subject",
    "signer": "signer",
    "signer_title": "signer_title",
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A field, what it holds, what the file says; ``key`` is the value as a form sends it.

    ``lang`` is that of the shown values where they stand as they were written.
    """

    field: str
    label: str
    value: str | date
    key: str
    present: str
    proposed: str
    ticked: bool
    lang: str | None


def suggestions(record) -> list[Suggestion]:
    """The fields in which the files say something else than the record."""
    return [
        Suggestion(
            field=field,
            label=IOfficialDocument[field].title,
            value=value,
            key=str(value),
            present=_shown(record, field, getattr(record, field, None)),
            proposed=_shown(record, field, value),
            ticked=_is_open(record, field),
            lang="vi" if IText.providedBy(IOfficialDocument[field]) else None,
        )
        for field, value in proposed(record).items()
        if value != getattr(record, field, None)
    ]


def proposed(record) -> dict[str, str | date]:
    """What the first file that is an official document says, by field."""
    kinds, issuers = (_terms(record, name) for name in ("kinds", "issuers"))
    for file in files_of(record):
        found = propose(pages_of(file), kinds, issuers)
        if found != Proposal():
            values = {field: getattr(found, name) for field, name in FIELDS.items()}
            return {field: value for field, value in values.items() if value}
    return {}


def _is_open(record, field: str) -> bool:
    """Whether nobody has filled the field in: a file's name is no subject."""
    if field != "title":
        return not getattr(record, field, None)
    names = {slug(Path(file.file.filename or "").stem) for file in files_of(record)}
    return slug(record.title or "") in {"", *names}


def _shown(record, field: str, value: str | date | None) -> str:
    if not value:
        return ""
    if isinstance(value, date):
        return shown(value)
    if field in ("kind", "issuer"):
        vocabulary = _vocabulary(record, f"{field}s")
        return vocabulary.getTerm(value).title if value in vocabulary else value
    return value


def _terms(record, name: str):
    return _vocabulary(record, name).named


def _vocabulary(record, name: str):
    return getUtility(IVocabularyFactory, f"eduportal.document_{name}")(record)
