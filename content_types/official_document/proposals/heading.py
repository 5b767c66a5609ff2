"""The head of the first page: issuing authority, number and symbol, date."""

from collections.abc import Sequence
from datetime import date
from eduportal.content_types.official_document.proposals.casing import as_name
from eduportal.content_types.official_document.proposals.casing import is_readable
from eduportal.content_types.official_document.proposals.dates import before_date
from eduportal.content_types.official_document.proposals.dates import placed_date
from eduportal.content_types.official_document.proposals.lines import bears_nation
from eduportal.content_types.official_document.proposals.lines import cells
from eduportal.content_types.official_document.proposals.lines import flat
from eduportal.content_types.official_document.proposals.lines import folded
from eduportal.content_types.official_document.proposals.lines import is_rule
from eduportal.content_types.official_document.proposals.lines import is_upper
from eduportal.content_types.official_document.proposals.lines import without_nation
from eduportal.terms import Term
from eduportal.vietnamese import fold
from itertools import takewhile
from rapidfuzz import fuzz
import re

HEAD = 40  # lines of the first page in which its head is looked for
LABEL = re.compile(r"(?:(?:luat|lenh|phap lenh|nghi quyet) )?s[o06]\s?(?:[:.;]\s*|(?=[\d/]))")
TEXT = re.compile(r"can cu\b|kinh gui\b|dieu 1\b")  # where the head is over
DIGITS = r"[\dol|](?: ?[\dol|])*"
NUMBER = re.compile(rf"({DIGITS}[a-z]?)((?:[/-]\d{{4}})?(?:[/-][^\W_][\w&.]*)+)")
SPACED = re.compile(r"\s*([/-])\s*")
AS_DIGITS = str.maketrans({"o": "0", "O": "0", "l": "1", "|": "1", "I": "1", "i": "1", " ": ""})
ORGAN = re.compile(
    r"(bo|so|phong|truong|ubnd|uy ban|hdnd|hoi dong|chinh phu|thu tuong|quoc hoi|uy ban thuong vu|"
    r"trung tam|cuc|vu|tong cuc|ban|vien|hoc vien|dai hoc|doan|cong doan|tinh uy|huyen uy|thanh uy|"
    r"dang uy|van phong|thanh tra|kho bac|bao hiem|cong an|toa an|chi cuc|lien doan|lien so)\b"
)
TITLE = re.compile(r"(bo truong|truong (phong|ban)\b|giam doc|hieu truong|chu tich|thu truong)")
PLACE_WORDS = re.compile(r"\b(tinh|thanh pho|tp\.?|quan|huyen|thi xa|phuong|xa|dac khu)\s+(.+)$")
ALIKE = 92


def number_of(lines: Sequence[str], spellings: Sequence[str]) -> str | None:
    """The number and symbol; None where it is missing or left to be written by hand.

    ``spellings`` are abbreviations whose Đ recognition may have lost: ``BGDDT`` gives ``BGDĐT``.
    """
    for line in head(lines):
        text = SPACED.sub(r"\1", flat(without_nation(line)))
        searched = folded(text)
        label = LABEL.match(searched)
        if label is None:
            continue
        found = NUMBER.match(searched, label.end())
        symbol = text[found.start(2) : found.end(2)].rstrip(".") if found else ""
        if not any(char.isupper() for char in symbol):
            return None
        digits = text[found.start(1) : found.end(1)].translate(AS_DIGITS)
        return digits + _respelled(symbol, spellings)
    return None


def issued_on(lines: Sequence[str]) -> date | None:
    """The date beside the number, before the text begins."""
    for line in head(lines):
        if found := placed_date(line):
            return found
    return None


def head(lines: Sequence[str]) -> list[str]:
    """The lines above the text."""
    return list(takewhile(lambda line: not TEXT.match(folded(flat(line))), lines[:HEAD]))


def has_head(lines: Sequence[str]) -> bool:
    """Whether the page begins as an official document does."""
    return any(
        bears_nation(line) or LABEL.match(folded(flat(line))) or placed_date(line)
        for line in head(lines)
    )


def issuer_of(lines: Sequence[str], known: Sequence[Term]) -> str | None:
    """The authority at the upper left: a known one's name, else the name as printed."""
    organs = _organs(lines)
    if not organs:
        return None
    printed = organs[-1]
    parent = organs[-2] if len(organs) > 1 else ""
    found = _known(printed, parent, known)
    return found or (as_name(printed) if is_readable(printed) else None)


def by_abbreviation(abbreviation: str, known: Sequence[Term]) -> str | None:
    """The one known authority with these initials; None where several have them."""
    wanted = abbreviation.replace("&", "")
    found = {term.vi for term in known if wanted and initials(term.vi) == wanted}
    return found.pop() if len(found) == 1 else None


def initials(name: str) -> str:
    """``Bộ Giáo dục và Đào tạo`` gives ``BGDĐT``."""
    return "".join(word[0] for word in name.split() if word.lower() not in ("và", "-")).upper()


def _organs(lines: Sequence[str]) -> list[str]:
    """Names of authorities in capitals above number and form, one beneath the other."""
    organs: list[str] = []
    open_line = False
    for line in head(lines):
        searched = folded(flat(line))
        if LABEL.match(searched) or searched.startswith("v/v"):
            break
        left = cells(before_date(without_nation(line)))
        text = left[0] if left else ""
        if not text or is_rule(text):
            open_line = False if text else open_line
            continue
        bare = folded(text)
        if not is_upper(text) or TITLE.match(bare) or len(text) < 3:
            open_line = False
        elif ORGAN.match(bare):
            organs.append(text)
            open_line = True
        elif open_line:
            organs[-1] += f" {text}"
            open_line = False
    return organs


def _known(printed: str, parent: str, known: Sequence[Term]) -> str | None:
    wanted = fold(printed)
    place = PLACE_WORDS.search(fold(parent))
    if place:
        # "UBND TỈNH MẪU / SỞ GIÁO DỤC VÀ ĐÀO TẠO" is the "Sở Giáo dục và Đào tạo tỉnh Mẫu".
        words = {f"{wanted} {place.group()}", f"{wanted} {place.group(2)}"}
        for term in known:
            if words & {fold(name) for name in term.names}:
                return term.vi
    for term in known:
        if wanted in {fold(name) for name in term.names}:
            return term.vi
    alike = {
        term.vi
        for term in known
        if any(fuzz.ratio(wanted, fold(name)) >= ALIKE for name in term.names if len(name) >= 8)
    }
    return alike.pop() if len(alike) == 1 else None


def _respelled(symbol: str, spellings: Sequence[str]) -> str:
    right = {fold(spelling): spelling for spelling in spellings if "Đ" in spelling}
    return re.sub(r"[\w&]+", lambda part: _segment(part.group(), right), symbol)


def _segment(segment: str, right: dict[str, str]) -> str:
    if "Đ" in segment:
        return segment
    return right.get(fold(segment), segment)
