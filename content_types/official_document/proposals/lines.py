"""Lines of a page, and looking for words in them whatever recognition did to marks and columns."""

from eduportal.vietnamese import fold
from eduportal.vietnamese import nfc
from rapidfuzz import fuzz
import re

# Recognition and some fonts give the Icelandic letter for the Vietnamese one, or both letters.
DOUBLED = re.compile("ĐÐ|ÐĐ")
ETH = str.maketrans({"Ð": "Đ", "ð": "đ", "\u00a0": " ", "–": "-", "—": "-", "⁄": "/"})
EDGE = re.compile(r"^[^\w\s(\"“_*.+/-]+\s*")  # specks at the border of a scan
COLUMNS = re.compile(r"\t| {3,}")
RULE = re.compile(r"[\W_]+")

NATION = ("cong hoa xa hoi chu nghia viet nam", "doc lap - tu do - hanh phuc")
PARTY = ("dang cong san viet nam",)
ALIKE = 85


def lines_of(page: str) -> list[str]:
    """The page's lines, composed; gaps between columns are kept."""
    text = DOUBLED.sub("Đ", nfc(page)).translate(ETH)
    return [EDGE.sub("", line.rstrip()) for line in text.splitlines()]


def flat(line: str) -> str:
    """The line with single spaces."""
    return " ".join(line.split())


def folded(text: str) -> str:
    """``fold`` letter by letter, so that a place found in it is the same place in ``text``."""
    return "".join(bare if len(bare := fold(char)) == 1 else char for char in text)


def is_rule(line: str) -> bool:
    """A line drawn with dashes, stars or underscores."""
    return bool(RULE.fullmatch(line.strip()))


def is_upper(text: str) -> bool:
    """Mostly capitals: recognition makes a small letter of some."""
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and sum(char.isupper() for char in letters) >= 0.8 * len(letters)


def without_nation(line: str) -> str:
    """The line without the national name and motto (or the Party's), which stand on its right."""
    for words in NATION + PARTY:
        searched = folded(line)
        if len(flat(searched)) < 0.8 * len(words):
            continue
        found = fuzz.partial_ratio_alignment(words, searched, score_cutoff=ALIKE)
        if found is not None and found.dest_end - found.dest_start >= 0.8 * len(words):
            line = (line[: found.dest_start] + "   " + line[found.dest_end :]).rstrip()
    return line


def bears_nation(line: str) -> bool:
    """Whether the national name, the motto or the Party's name stands on the line."""
    return without_nation(line) != line


def cells(line: str) -> list[str]:
    """The line's columns, where a wide gap shows them."""
    return [flat(cell) for cell in COLUMNS.split(line) if cell.strip()]
