"""Dates as documents write them: ``ngày 05 tháng 10 năm 2020``, ``05/10/2020``."""

from datetime import date
from eduportal.content_types.official_document.proposals.lines import flat
from eduportal.content_types.official_document.proposals.lines import folded
import re

# Recognition reads 0 as o and 1 as l, i or |.
DIGIT = r"[0-9oli|]"
LONG = re.compile(
    rf"ng[ao]y\s*({DIGIT}{{1,2}})\s*th[ao]ng\s*({DIGIT}{{1,2}})\s*n[ao]m\s*({DIGIT}(?:\s?{DIGIT}){{3}})"
)
SHORT = re.compile(r"(?:ng[ao]y\s*)?\b(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})\b")
FIRST_YEAR = 1945

IN_FORCE = re.compile(
    r"\bnay\s+(?:co|bat dau co)\s+hieu\s+luc(?:\s+thi\s+hanh)?(?:\s*,)?\s*(?:ke\s+)?tu\s+ngay\s+"
)
SIGNING = re.compile(r"(?:ky|ban hanh)\b")


def placed_date(line: str) -> date | None:
    """The date of ``Hà Nội, ngày 05 tháng 10 năm 2020`` at the end of a line.

    A text's own dates stand among its words: after a small letter, or before other words.
    """
    for found in LONG.finditer(folded(line)):
        before = line[: found.start()].rstrip(" ,.;")
        after = line[found.end() :].strip(" .,;")
        place = before.split()[-1:] or ["X"]
        if not after and not place[0][0].islower():
            return _date(*found.groups())
    return None


def before_date(line: str) -> str:
    """What stands left of ``Hà Nội, ngày …`` on the line; the whole line where no date is."""
    found = re.search(r"ng[ao]y\b.{0,12}?th[ao]ng\b", folded(line))
    if found is None:
        return line
    left = line[: found.start()]
    gap = max(left.rstrip().rfind("   "), left.rstrip().rfind("\t"))
    if gap >= 0:
        return left[:gap].rstrip()
    words = left.split()
    while words and (words[-1].rstrip(",.")[:1].isupper() or words[-1] in ",."):
        words.pop()
    return " ".join(words)


def in_force_from(text: str, issued: date | None) -> date | None:
    """The day that the document names as its first in force; None where it names none.

    ``Thông tư này có hiệu lực thi hành kể từ ngày 20 tháng 11 năm 2020``, or ``kể từ ngày ký``.
    Periods ("sau 45 ngày") are left to the editor.
    """
    searched = folded(flat(text))
    found = IN_FORCE.search(searched)
    if found is None:
        return None
    after = searched[found.end() : found.end() + 60]
    if SIGNING.match(after):
        return issued
    written = LONG.match(f"ngay {after}") or SHORT.match(after)
    return _date(*written.groups()) if written else None


def _date(day: str, month: str, year: str) -> date | None:
    digits = str.maketrans({"o": "0", "l": "1", "i": "1", "|": "1", " ": ""})
    try:
        found = date(*(int(part.translate(digits)) for part in (year, month, day)))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= 2100 else None
