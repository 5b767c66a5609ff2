"""Số, ký hiệu of a document, read and compared; plain Python.

NĐ 30/2020/NĐ-CP Điều 8 and Phụ lục I: a sequence of the year, then the symbol made of the kind's
and the issuer's abbreviations. Normative texts carry their year (``37/2020/TT-BGDĐT``), letters
have no kind (``1502/SGDĐT-GDTH``), the Party writes kind before issuer (``123-QĐ/TU``, by Hướng
dẫn 36-HD/VPTW of 2018).
"""

from dataclasses import dataclass
from datetime import date
from eduportal.content_types.official_document.shipped import shipped
from eduportal.vietnamese import fold
from eduportal.vietnamese import nfc
from functools import cache
import re

FIRST_YEAR = 1945
LAST_YEAR = 2999

# Offices write it although NĐ 30 gives letters no abbreviation.
LETTER = "CV"
DASHES = re.compile("[\u2010-\u2015\u2212]")
SAID_NUMBER = re.compile(r"s[ốo]\s*[:.]?\s*(?=[\d/])", re.IGNORECASE)
SEQUENCE = re.compile(r"(?P<sequence>\d+)(?P<suffix>bis|[a-zđ]?)(?=$|[/-])", re.IGNORECASE)
YEAR = re.compile(r"(?P<year>\d{4})(?=$|[/-])")


@dataclass(frozen=True, slots=True)
class Number:
    """The parts of a number; what is not there is ``None`` or empty.

    ``suffix`` is the letter of an inserted number (``15a``); ``symbol`` stands as written.
    """

    sequence: int | None = None
    suffix: str = ""
    year: int | None = None
    symbol: str = ""
    kind_abbreviation: str = ""
    issuer_abbreviation: str = ""


@cache
def abbreviations() -> tuple[str, ...]:
    """The kinds' abbreviations as they ship, the longest first."""
    known = {term.abbreviation for term in shipped("kinds")} - {""} | {LETTER}
    return tuple(sorted(known, key=lambda one: (-len(one), one)))


def tidy(number: str | None) -> str:
    """A number as it is stored: ``Số:  37 / 2020 / TT-BGDĐT`` gives ``37/2020/TT-BGDĐT``."""
    text = DASHES.sub("-", " ".join(nfc(number or "").split()))
    said = SAID_NUMBER.match(text)
    return re.sub(r"\s*([/-])\s*", r"\1", text[said.end() :] if said else text).strip()


def parse(number: str | None, kinds: tuple[str, ...] = ()) -> Number:
    """The parts of a number; ``kinds`` are the abbreviations to know besides the shipped ones."""
    text = tidy(number)
    found = SEQUENCE.search(text)
    if found is None:
        return Number(symbol=text)
    rest = text[found.end() :]
    year = YEAR.match(rest[1:])
    if year and FIRST_YEAR <= int(year["year"]) <= LAST_YEAR:
        rest = rest[1 + year.end() :]
    else:
        year = None
    symbol = rest.strip("/- ")
    kind, issuer = _halves(symbol, (*kinds, *abbreviations()))
    return Number(
        sequence=int(found["sequence"]),
        suffix=found["suffix"].lower(),
        year=int(year["year"]) if year else None,
        symbol=symbol,
        kind_abbreviation=kind,
        issuer_abbreviation=issuer,
    )


def key(number: str | None) -> str:
    """What is compared: ``05/2024/NĐ-CP``, ``Số 5 / 2024 / nd-cp`` are one number.

    NĐ 30/2020 Phụ lục I: a nought is written before the numbers 1 to 9, and often forgotten.
    """
    bare = "".join(fold(tidy(number)).split())
    return re.sub(r"^0+(?=\d)", "", bare)


def is_numbered(number: str | None) -> bool:
    """Whether there is a number to compare: not ``Không số``, not the blank of ``  /TB-THPT``."""
    return bool(re.match(r"[^/-]*\d", tidy(number)))


def year_of(number: str | None, issued_on: date | None) -> int | None:
    """The year a document is filed under: its date's, else the one in its number."""
    return issued_on.year if issued_on else parse(number).year


def filed_as(number: str | None, issuer: str | None, issued_on: date | None) -> str | None:
    """``issuer|year|number``: two documents may not have the same; ``None`` without a number."""
    if not is_numbered(number):
        return None
    year = year_of(number, issued_on)
    parts = (" ".join(fold(issuer or "").split()), str(year or ""), key(number), _marked(number))
    return "|".join(parts).rstrip("|")


def order(number: str | None, issued_on: date | None) -> tuple[int, int, str, str]:
    """Sorts as a register is kept: by year, then by sequence, 9 before 10."""
    parts = parse(number)
    year = year_of(number, issued_on)
    return (year or 0, parts.sequence or 0, parts.suffix, fold(parts.symbol))


def spellings(number: str | None) -> tuple[str, ...]:
    """The number as people type it: as stored, and with or without the leading nought."""
    text = tidy(number)
    if not re.match(r"\d", text):
        return (text,) if text else ()
    bare = re.sub(r"^0+(?=\d)", "", text)
    padded = f"0{bare}" if re.match(r"\d(?!\d)", bare) else bare
    return tuple(dict.fromkeys((text, bare, padded)))


def years_differ(number: str | None, issued_on: date | None) -> bool:
    """Whether the number names another year than the date: worth a look, seldom wrong."""
    year = parse(number).year
    return bool(year and issued_on and year != issued_on.year)


def _marked(number: str | None) -> str:
    """What keeps contract 12/HĐ-X and guidance 12/HD-X apart, which are alike without marks."""
    kind = parse(number).kind_abbreviation
    alike = [one for one in abbreviations() if fold(one) == fold(kind)]
    return kind.casefold() if len(alike) > 1 else ""


def _halves(symbol: str, kinds: tuple[str, ...]) -> tuple[str, str]:
    """Kind and issuer of ``TT-BGDĐT``, ``QĐ/TU``, ``SGDĐT-GDTH`` or ``QH14``."""
    first, divider, rest = re.match(r"([^/-]*)([/-]?)(.*)", symbol).groups()
    kind = _known(first, kinds)
    if kind:
        return kind, _issuer(rest)
    return "", _issuer(first)


def _issuer(text: str) -> str:
    """``QH14`` is the Assembly (QH) of the fourteenth term; an ellipsis is nobody."""
    issuer = re.sub(r"(?<=\D)\d+$", "", text.strip(" ./-\u2026"))
    return issuer if re.search(r"[^\W\d_]", issuer) else ""


def _known(text: str, kinds: tuple[str, ...]) -> str:
    """The abbreviation meant: HĐ is a contract and HD guidance, marks typed decide."""
    for same in (str, str.casefold, fold):
        for kind in kinds:
            if same(kind) == same(text):
                return kind
    return ""
