"""The thirteen columns of the units spreadsheet, and the headings people write over them."""

from dataclasses import dataclass
from dataclasses import fields
from eduportal.units.model import Unit
from eduportal.units.problems import Problem
from eduportal.units.problems import quote
from eduportal.units.tables import table
from eduportal.vietnamese import fold
from functools import cache
import re

COLUMNS = tuple(field.name for field in fields(Unit))
REQUIRED = ("id", "name", "tier")
HEADER_SOUGHT_IN = 10
"""A title or a blank line may stand above the header; it is looked for in so many rows."""


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands and which column each position (0 = A) holds."""

    row: int
    columns: dict[int, str]
    labels: dict[int, str]


def find_header(sheet: str, grid: list[list[str]]) -> tuple[Header | None, list[Problem]]:
    """The header of a sheet, or one problem that says what is expected instead.

    Columns nobody knows are left out with a warning, unless a required one is missing: then the
    unknown one is most likely its misspelling, and both stand in the same error.
    """
    best = max(
        range(min(HEADER_SOUGHT_IN, len(grid))),
        key=lambda index: sum(column_of(text) is not None for text in grid[index]),
        default=0,
    )
    written = {place: text for place, text in enumerate(grid[best]) if text} if grid else {}
    columns = {place: column_of(text) for place, text in written.items()}
    known = [column for column in columns.values() if column]
    unknown = [written[place] for place, column in columns.items() if column is None]
    missing = [column for column in REQUIRED if column not in known]
    double = sorted({column for column in known if known.count(column) > 1})
    if not known:
        return None, [_no_header(sheet)]
    if missing:
        return None, [_missing(sheet, best + 1, missing, unknown)]
    if double:
        return None, [_double(sheet, best + 1, double)]
    kept = {place: column for place, column in columns.items() if column}
    header = Header(best + 1, kept, {place: written[place] for place in kept})
    return header, [_unknown(sheet, best + 1, unknown)] if unknown else []


def column_of(text: str) -> str | None:
    """The column a heading stands for; capitals, marks and punctuation do not matter."""
    return _names().get(_plain(text))


@cache
def _names() -> dict[str, str]:
    names = {_plain(column): column for column in COLUMNS}
    for column, written in table("columns").items():
        for heading in written:
            names[_plain(heading)] = column
    return names


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", fold(text)))


def _list(names: list[str]) -> str:
    return ", ".join(quote(name) for name in names)


EXPECTED = ", ".join(COLUMNS)


def _no_header(sheet: str) -> Problem:
    return Problem(
        f"không tìm thấy dòng tiêu đề. Cần các cột: {EXPECTED}.",
        f"no header row found. Expected columns: {EXPECTED}.",
        sheet=sheet,
    )


def _missing(sheet: str, row: int, missing: list[str], unknown: list[str]) -> Problem:
    also_vi = f" Có cột không rõ nghĩa: {_list(unknown)}." if unknown else ""
    also_en = f" Columns not understood: {_list(unknown)}." if unknown else ""
    return Problem(
        f"thiếu cột {', '.join(missing)}.{also_vi} Cần các cột: {EXPECTED}.",
        f"column {', '.join(missing)} is missing.{also_en} Expected columns: {EXPECTED}.",
        sheet=sheet,
        row=row,
    )


def _double(sheet: str, row: int, double: list[str]) -> Problem:
    return Problem(
        f"cột {', '.join(double)} xuất hiện nhiều lần; mỗi cột chỉ được có một lần.",
        f"column {', '.join(double)} appears more than once; each may appear once only.",
        sheet=sheet,
        row=row,
    )


def _unknown(sheet: str, row: int, unknown: list[str]) -> Problem:
    return Problem(
        f"không đọc cột {_list(unknown)}. Các cột được dùng: {EXPECTED}.",
        f"column {_list(unknown)} is not read. Columns in use: {EXPECTED}.",
        sheet=sheet,
        row=row,
        severity="warning",
    )
