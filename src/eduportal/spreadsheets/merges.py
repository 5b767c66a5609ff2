"""Merged cells over the rows of a table.

A merge down one column ("all five belong to this office") is how people write a shared value:
each row gets it, with a warning that names the range. A merge across columns cannot be
divided: every row it touches is reported and kept out, none is lost in silence.
"""

from eduportal.spreadsheets.columns import Columns
from eduportal.spreadsheets.grid import Grid
from eduportal.spreadsheets.grid import Merge
from eduportal.spreadsheets.header import Header
from eduportal.spreadsheets.problems import Severity
from eduportal.spreadsheets.problems import quote

Finding = tuple[str, str, str, Severity]
"""Column, Vietnamese, English, severity."""


def spread(
    grid: Grid, header: Header, columns: Columns
) -> tuple[list[list[str]], dict[int, list[Finding]]]:
    """The cells with shared values written out, and what to say of each row touched."""
    cells = [list(line) for line in grid.cells]
    findings: dict[int, list[Finding]] = {}
    for merge in grid.merges:
        touched = [
            column
            for place, column in header.columns.items()
            if merge.first_column <= place <= merge.last_column
        ]
        rows = range(max(merge.first_row, header.row + 1), min(merge.last_row, len(cells)) + 1)
        if not touched or not rows:
            continue
        below = merge.first_row > header.row
        if below and len(touched) == 1 and merge.first_column in header.columns:
            value = _at(cells, merge.first_row, merge.first_column)
            for row in rows:
                _put(cells, row, merge.first_column, value)
            finding = _shared(merge, touched[0], value)
        else:
            finding = _across(merge, touched, columns)
        # A value written out over blank rows below the table makes no rows of them.
        for row in rows:
            if row == merge.first_row or _has_own_content(grid, header, merge, row):
                findings.setdefault(row, []).append(finding)
            else:
                _put(cells, row, merge.first_column, "")
    return cells, findings


def _has_own_content(grid: Grid, header: Header, merge: Merge, row: int) -> bool:
    line = grid.cells[row - 1]
    own = (
        place
        for place in header.columns
        if place < len(line) and not merge.first_column <= place <= merge.last_column
    )
    return any(line[place] for place in own)


def _at(cells: list[list[str]], row: int, place: int) -> str:
    line = cells[row - 1]
    return line[place] if place < len(line) else ""


def _put(cells: list[list[str]], row: int, place: int, value: str) -> None:
    line = cells[row - 1]
    line.extend([""] * (place + 1 - len(line)))
    line[place] = value


def _shared(merge: Merge, column: str, value: str) -> Finding:
    return (
        column,
        f"ô gộp {merge.ref}: giá trị {quote(value)} được dùng cho mọi dòng của ô gộp. "
        "Nếu không đúng, hãy bỏ gộp ô.",
        f"merged cell {merge.ref}: the value {quote(value)} is used for every row it covers. "
        "If that is wrong, unmerge it.",
        "warning",
    )


def _across(merge: Merge, touched: list[str], columns: Columns) -> Finding:
    vi, en = (columns.listed(touched, language) for language in ("vi", "en"))
    return (
        "",
        f"ô gộp {merge.ref} nối các cột {vi} nên không rõ giá trị thuộc cột nào. "
        "Hãy bỏ gộp ô rồi ghi từng cột.",
        f"merged cell {merge.ref} joins the columns {en}, so whose value it is cannot be told. "
        "Unmerge it and fill in each column.",
        "error",
    )
