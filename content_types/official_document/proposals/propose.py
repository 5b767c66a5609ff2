"""The whole: from the pages of a file to proposals for the record's fields."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from eduportal.content_types.official_document import numbers
from eduportal.content_types.official_document.proposals import heading
from eduportal.content_types.official_document.proposals import subject
from eduportal.content_types.official_document.proposals.dates import in_force_from
from eduportal.content_types.official_document.proposals.lines import lines_of
from eduportal.content_types.official_document.proposals.signature import signature_of
from eduportal.terms import Term

# Agencies' own abbreviations, besides the initials of the known authorities.
ABBREVIATIONS = ("BGDĐT", "SGDĐT", "PGDĐT", "GDĐT", "HĐND", "HĐQT", "CĐ", "ĐTN", "LĐTBXH")
COVER_PAGES = 3  # a scan may begin with an empty page or a cover


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was found; None where the text does not say it clearly."""

    number: str | None = None
    kind: str | None = None
    issuer: str | None = None
    issued_on: date | None = None
    effective_on: date | None = None
    subject: str | None = None
    signer: str | None = None
    signer_title: str | None = None


def propose(
    pages: Sequence[str], known_kinds: Sequence[Term], known_issuers: Sequence[Term]
) -> Proposal:
    """Proposals from the text of a document, page by page.

    ``kind`` is a token of ``known_kinds``; ``issuer`` the Vietnamese name of a known authority or,
    where none fits, the name as printed.
    """
    read = [lines_of(page) for page in pages]
    start = next((n for n, page in enumerate(read[:COVER_PAGES]) if heading.has_head(page)), None)
    if start is None:
        return Proposal()
    read = read[start:]
    first = read[0]
    names = [term.vi for term in known_issuers]
    number = heading.number_of(first, _spellings(known_kinds, names))
    parts = numbers.parse(number, tuple(term.abbreviation for term in known_kinds))
    issued = heading.issued_on(first)
    if numbers.years_differ(number, issued):
        # One of the two was misread, and nobody here can tell which.
        issued = None
    form = subject.form_of(first, parts.kind_abbreviation, bool(parts.year), known_kinds)
    signed = signature_of(read) if form is None or "lien-tich" not in form[0].token else None
    return Proposal(
        number=number,
        kind=form[0].token if form else None,
        issuer=heading.issuer_of(first, known_issuers)
        or heading.by_abbreviation(parts.issuer_abbreviation, known_issuers),
        issued_on=issued,
        effective_on=in_force_from("\n".join("\n".join(page) for page in read), issued),
        subject=_subject(first, form, known_kinds, names),
        signer=signed[0] if signed else None,
        signer_title=signed[1] if signed else None,
    )


def _subject(first, form, kinds, names) -> str | None:
    if form is None:
        return None
    term, position = form
    if term.token == subject.LETTER:
        return subject.about_of(first, names)
    return None if position is None else subject.below(first, position, kinds, names)


def _spellings(kinds: Sequence[Term], names: Sequence[str]) -> list[str]:
    of_kinds = [term.abbreviation for term in kinds if term.abbreviation]
    return [*of_kinds, *map(heading.initials, names), *ABBREVIATIONS]
