"""Who signed: the block beside ``Nơi nhận``, with the authority to sign and the name under it."""

from collections.abc import Sequence
from eduportal.content_types.official_document.proposals.lines import cells
from eduportal.content_types.official_document.proposals.lines import flat
from eduportal.content_types.official_document.proposals.lines import folded
from eduportal.content_types.official_document.proposals.lines import is_upper
from functools import cache
from pathlib import Path
import re
import tomllib

DATA = Path(__file__).parent.parent / "data" / "surnames.toml"
ABOVE, BELOW = 14, 26  # lines around "Nơi nhận": columns may have come one after the other
GAP = 14  # lines that signature and seal take between title and name

TITLES = (
    "Phó Thủ tướng", "Thủ tướng", "Chủ tịch nước", "Phó Chủ tịch", "Chủ tịch", "Thứ trưởng",
    "Bộ trưởng", "Phó Tổng Cục trưởng", "Tổng Cục trưởng", "Phó Cục trưởng", "Cục trưởng",
    "Phó Vụ trưởng", "Vụ trưởng", "Phó Tổng Giám đốc", "Tổng Giám đốc", "Phó Giám đốc", "Giám đốc",
    "Phó Hiệu trưởng", "Hiệu trưởng", "Phó Viện trưởng", "Viện trưởng", "Phó Trưởng phòng",
    "Trưởng phòng", "Phó Trưởng ban", "Trưởng ban", "Phó Chánh Văn phòng", "Chánh Văn phòng",
    "Phó Chánh Thanh tra", "Chánh Thanh tra", "Phó Bí thư", "Bí thư", "Tổng Bí thư",
    "Phó Chủ nhiệm", "Chủ nhiệm", "Tổng Thư ký",
)  # fmt: skip
# Longest first: "PHÓ GIÁM ĐỐC" is no "GIÁM ĐỐC".
TITLE = re.compile(
    r"(?:^|\s|\.)(q\.\s*|quyen\s+)?("
    + "|".join(sorted((folded(title) for title in TITLES), key=len, reverse=True))
    + r")(\s+phu trach)?\s*$"
)
DEGREE = re.compile(r"^((pgs|gs|ts|ths|nha giao|ong|ba|thay|co|bs|cn|nguoi ky)[.:,]?\s+)+")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def signature_of(pages: Sequence[Sequence[str]]) -> tuple[str, str] | None:
    """Name and title of the signer; None unless both are there.

    Only the first block counts: what is issued with a decision has signatures of its own.
    """
    lines = [line for page in pages for line in page]
    for start, end in _zones(lines):
        title, below = _last_title(lines[start:end])
        if title:
            name = _name(lines[start + below : start + below + GAP])
            return (name, title) if name else None
    return None


def _zones(lines: Sequence[str]):
    """Where a signature may stand: around the recipients, else under an authority to sign."""
    for position, line in enumerate(lines):
        if folded(flat(line)).startswith("noi nhan"):
            yield max(position - ABOVE, 0), position + BELOW
            return
    for position, line in enumerate(lines):
        if re.match(r"(kt|tm|tl|tuq)\s?\. ", folded(flat(line))) and is_upper(line):
            yield position, position + BELOW
            return


def _last_title(lines: Sequence[str]) -> tuple[str, int]:
    """The title nearest to the name, with the line after it: "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC"."""
    found, after = "", 0
    for position, line in enumerate(lines):
        if found and position - after > 2:
            break
        for cell in cells(line)[-1:]:
            match = TITLE.search(folded(cell))
            if match and is_upper(cell[match.start(2) :]):
                acting = "Quyền " if match.group(1) else ""
                charged = " phụ trách" if match.group(3) else ""
                found = f"{acting}{_written(match.group(2))}{charged}"
                after = position + 1
    return found, after


def _written(bare: str) -> str:
    return next(title for title in TITLES if folded(title) == bare)


def _name(lines: Sequence[str]) -> str | None:
    for line in lines:
        for cell in cells(line)[-1:]:
            if name := _person(cell):
                return name
    return None


def _person(text: str) -> str | None:
    """The name of a person at the end of ``text``: it begins with a family name.

    Behind recipients (``- Lưu: VT. Nguyễn Văn Phúc``) the last such name counts, and it is read
    from the family name on; two names side by side (joint documents) are nobody's in particular.
    """
    text = text[DEGREE.match(folded(text)).end() :] if DEGREE.match(folded(text)) else text
    words = text.split()
    run: list[str] = []
    for word in reversed(words):
        if not WORD.fullmatch(word) or not word[0].isupper():
            break
        run.insert(0, word)
    if is_upper(" ".join(run)) and len(run) > 1:
        if len(run) != len(words):
            return None
        run = [word.capitalize() for word in run]
    starts = [place for place, word in enumerate(run) if word in surnames()]
    for start in starts:
        if 2 <= len(run) - start <= 5 and (start == 0 or len(run) != len(words)):
            return " ".join(run[start:])
    return None


@cache
def surnames() -> frozenset[str]:
    """Family names; the first letter alone is capital."""
    return frozenset(tomllib.loads(DATA.read_text(encoding="utf-8"))["names"])
