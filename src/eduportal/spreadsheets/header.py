"""Where a table's header stands, and what each of its positions holds."""

from dataclasses import dataclass
from eduportal.spreadsheets.columns import Columns
from eduportal.spreadsheets.problems import Problem
from eduportal.spreadsheets.problems import quote

HEADER_SOUGHT_IN = 10
"""A title or a blank line may stand above the header; it is looked for in so many rows."""


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands and which column each position (0 = A) holds."""

    row: int
    columns: dict[int, str]
    labels: dict[int, str]


def find_header(
    sheet: str, grid: list[list[str]], columns: Columns
) -> tuple[Header | None, list[Problem]]:
    """The header of a sheet, or one problem that says what is expected instead.

    Columns nobody knows are left out with a warning, unless a required one is missing: then the
    unknown one is most likely its misspelling, and both stand in the same error.
    """
    best = max(
        range(min(HEADER_SOUGHT_IN, len(grid))),
        key=lambda index: sum(columns.column_of(text) is not None for text in grid[index]),
        default=0,
    )
    written = {place: text for place, text in enumerate(grid[best]) if text} if grid else {}
    found = {place: columns.column_of(text) for place, text in written.items()}
    known = [column for column in found.values() if column]
    unknown = [
        written[place]
        for place, column in found.items()
        if column is None and not columns.passes_over(written[place])
    ]
    missing = [column for column in columns.required if column not in known]
    double = [column for column in columns.names if known.count(column) > 1]
    if not known:
        return None, [_no_header(sheet, columns)]
    if missing:
        return None, [_missing(sheet, best + 1, missing, unknown, columns)]
    if double:
        return None, [_double(sheet, best + 1, double, columns)]
    kept = {place: column for place, column in found.items() if column}
    header = Header(best + 1, kept, {place: written[place] for place in kept})
    return header, [_unknown(sheet, best + 1, unknown, columns)] if unknown else []


def _list(names: list[str]) -> str:
    return ", ".join(quote(name) for name in names)


def _no_header(sheet: str, columns: Columns) -> Problem:
    vi, en = (columns.listed(columns.names, language) for language in ("vi", "en"))
    return Problem(
        f"không tìm thấy dòng tiêu đề. Cần các cột: {vi}.",
        f"no header row found. Expected columns: {en}.",
        sheet=sheet,
    )


def _missing(
    sheet: str, row: int, missing: list[str], unknown: list[str], columns: Columns
) -> Problem:
    vi, en = (columns.listed(columns.names, language) for language in ("vi", "en"))
    also_vi = f" Có cột không rõ nghĩa: {_list(unknown)}." if unknown else ""
    also_en = f" Columns not understood: {_list(unknown)}." if unknown else ""
    return Problem(
        f"thiếu cột {columns.listed(missing, 'vi')}.{also_vi} Cần các cột: {vi}.",
        f"column {columns.listed(missing, 'en')} is missing.{also_en} Expected columns: {en}.",
        sheet=sheet,
        row=row,
    )


def _double(sheet: str, row: int, double: list[str], columns: Columns) -> Problem:
    vi, en = (columns.listed(double, language) for language in ("vi", "en"))
    return Problem(
        f"cột {vi} xuất hiện nhiều lần; mỗi cột chỉ được có một lần.",
        f"column {en} appears more than once; each may appear once only.",
        sheet=sheet,
        row=row,
    )


def _unknown(sheet: str, row: int, unknown: list[str], columns: Columns) -> Problem:
    vi, en = (columns.listed(columns.names, language) for language in ("vi", "en"))
    return Problem(
        f"không đọc cột {_list(unknown)}. Các cột được dùng: {vi}.",
        f"column {_list(unknown)} is not read. Columns in use: {en}.",
        sheet=sheet,
        row=row,
        severity="warning",
    )
