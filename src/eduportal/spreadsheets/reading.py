"""A file as rows, whatever program, encoding or heading it was made with."""

from collections.abc import Iterator
from dataclasses import replace
from eduportal.spreadsheets.columns import Columns
from eduportal.spreadsheets.csv_text import read_csv
from eduportal.spreadsheets.grid import Grid
from eduportal.spreadsheets.header import Header
from eduportal.spreadsheets.header import find_header
from eduportal.spreadsheets.merges import spread
from eduportal.spreadsheets.problems import Problem
from eduportal.spreadsheets.problems import quote
from eduportal.spreadsheets.rows import Row
from eduportal.spreadsheets.rows import Table
from eduportal.spreadsheets.rows import tidy
from eduportal.spreadsheets.xlsx import read_xlsx
from openpyxl.utils.cell import get_column_letter
from pathlib import Path

MB = 1_000_000
BLANK_ROWS = 4
"""So many rows are looked at for each that may hold something: people leave blank ones between."""


def read(source: Path | str | bytes, columns: Columns, filename: str = "") -> Table:
    """Rows of a ``.csv`` or ``.xlsx`` file, given as a path or as its content with its name."""
    if not isinstance(source, bytes):
        path = Path(source)
        filename = filename or path.name
        try:
            size = path.stat().st_size
            content = path.read_bytes() if size <= columns.largest_file else b""
        except OSError:
            return Table([], [_unreachable(path)])
    else:
        content, size = source, len(source)
    if size > columns.largest_file:
        return Table([], [_too_large(size, columns.largest_file)])
    if not content.strip():
        return Table([], [_empty(columns)])
    ending = Path(filename).suffix.lower()
    if ending == ".xlsx":
        return _table(*read_xlsx(content, BLANK_ROWS * columns.most_rows), columns)
    if ending in (".csv", ".txt", ".tsv"):
        cells, problems = read_csv(content, columns)
        return _table([] if problems else [Grid("", cells)], problems, columns)
    return Table([], [_wrong_ending(filename)])


def _table(grids: list[Grid], problems: list[Problem], columns: Columns) -> Table:
    rows: list[Row] = []
    complaints: list[Problem] = []
    grids = [_tidied(grid) for grid in grids if not columns.passes_over_sheet(grid.sheet)]
    with_content = [grid for grid in grids if any(any(line) for line in grid.cells)]
    if not with_content and not problems:
        return Table([], [_empty(columns)])
    headers = [find_header(grid.sheet, grid.cells, columns) for grid in with_content]
    for grid, (header, found) in zip(with_content, headers, strict=True):
        if header is not None:
            rows += _rows(grid, header, columns)
        if header is not None or not grid.hidden:
            complaints += found
    if any(header for header, _ in headers):
        # Beside a table of records, a sheet of notes is no error.
        complaints = [_milder(problem) for problem in complaints]
    if len(rows) > columns.most_rows:
        return Table([], [_too_many(len(rows), columns.most_rows)])
    if not rows and not problems and not any(problem.is_error for problem in complaints):
        complaints.append(_no_rows(columns))
    return Table(rows, problems + complaints)


def _milder(problem: Problem) -> Problem:
    about_sheet = problem.sheet and not problem.row
    return replace(problem, severity="warning") if about_sheet else problem


def _tidied(grid: Grid) -> Grid:
    cells = [[tidy(text) for text in line] for line in grid.cells]
    return Grid(grid.sheet, cells, grid.merges, grid.flaws, grid.hidden)


def _rows(grid: Grid, header: Header, columns: Columns) -> Iterator[Row]:
    cells, merged = spread(grid, header, columns)
    letters = {column: get_column_letter(place + 1) for place, column in header.columns.items()}
    headers = {column: header.labels[place] for place, column in header.columns.items()}
    for number, line in enumerate(cells[header.row :], start=header.row + 1):
        values = {
            column: line[place] if place < len(line) else ""
            for place, column in header.columns.items()
        }
        flaws = [
            flaw for flaw in grid.flaws if flaw.row == number and flaw.column in header.columns
        ]
        if not any(values.values()) and not flaws and number not in merged:
            continue
        row = Row(values, grid.sheet, number, letters, headers)
        problems = [
            row.problem(f"{shown}: {flaw.vi}", f"{shown}: {flaw.en}", header.columns[flaw.column])
            for flaw in flaws
            for shown in [quote(flaw.value)]
        ]
        for column, vi, en, severity in merged.get(number, []):
            problems.append(row.problem(vi, en, column, severity=severity))
        yield Row(values, grid.sheet, number, letters, headers, tuple(problems))


def _empty(columns: Columns) -> Problem:
    vi, en = (columns.listed(columns.names, language) for language in ("vi", "en"))
    record_vi, record_en = columns.record
    return Problem(
        f"tệp trống. Cần một dòng tiêu đề với các cột {vi}, rồi mỗi {record_vi} một dòng.",
        f"the file is empty. Expected a header row with the columns {en}, "
        f"then one row per {record_en}.",
    )


def _no_rows(columns: Columns) -> Problem:
    vi, en = columns.record
    return Problem(
        f"tệp chỉ có dòng tiêu đề, chưa có {vi} nào. Mỗi {vi} ghi một dòng dưới tiêu đề.",
        f"the file has a header only and no {en}s. Write one row per {en} below the header.",
    )


def _too_large(size: int, largest: int) -> Problem:
    megabytes = f"{size / MB:.1f}"
    return Problem(
        f"tệp lớn {megabytes.replace('.', ',')} MB, nhiều nhất {largest // MB} MB. "
        "Hãy xóa hình ảnh, trang tính thừa hoặc chia thành nhiều tệp.",
        f"the file has {megabytes} MB, the most is {largest // MB} MB. "
        "Remove pictures and surplus sheets, or split it.",
    )


def _unreachable(path: Path) -> Problem:
    return Problem(
        f"không tìm thấy hoặc không mở được tệp {quote(str(path))}.",
        f"the file {quote(str(path))} does not exist or cannot be opened.",
    )


def _too_many(rows: int, most: int) -> Problem:
    return Problem(
        f"tệp có {rows} dòng dữ liệu, nhiều nhất {most}. Hãy chia thành nhiều tệp.",
        f"the file has {rows} rows of data, the most is {most}. Split it into several files.",
    )


def _wrong_ending(filename: str) -> Problem:
    return Problem(
        f"không đọc được tệp {quote(filename)}. Cần tệp .xlsx hoặc .csv.",
        f"the file {quote(filename)} cannot be read. Expected a .xlsx or .csv file.",
    )
