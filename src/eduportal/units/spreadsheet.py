"""The units spreadsheet as rows, whatever program, encoding or heading it was made with."""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from eduportal.units.columns import COLUMNS
from eduportal.units.columns import EXPECTED
from eduportal.units.columns import Header
from eduportal.units.columns import find_header
from eduportal.units.csv_text import read_csv
from eduportal.units.grid import Grid
from eduportal.units.merges import spread
from eduportal.units.problems import Problem
from eduportal.units.problems import Severity
from eduportal.units.problems import quote
from eduportal.units.xlsx import read_xlsx
from eduportal.vietnamese import nfc
from openpyxl.utils.cell import get_column_letter
from pathlib import Path

LARGEST_FILE = 5_000_000
MOST_ROWS = 5_000
MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its place as a person sees it, its values by column, what reading it found."""

    values: Mapping[str, str]
    sheet: str = ""
    number: int = 0
    letters: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def __getitem__(self, column: str) -> str:
        return self.values.get(column, "")

    def problem(
        self,
        vi: str,
        en: str,
        column: str = "",
        *,
        severity: Severity = "error",
    ) -> Problem:
        """A problem at this row, or at one of its cells."""
        letter = self.letters.get(column, "")
        header = self.headers.get(column, "")
        return Problem(
            vi,
            en,
            sheet=self.sheet,
            row=self.number,
            column=column,
            value=self[column],
            severity=severity,
            header="" if header == column else header,
            cell=f"{letter}{self.number}" if letter else "",
        )


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file; ``problems`` are those of the file itself, not of a row."""

    rows: list[Row]
    problems: list[Problem]


def row_of(values: Mapping[str, str]) -> Row:
    """A row that comes from a form, not from a file."""
    return Row({column: tidy(values.get(column, "")) for column in COLUMNS})


def tidy(text: str) -> str:
    """NFC, hard spaces as spaces, nothing blank at the ends."""
    return nfc(text).replace("\u00a0", " ").strip().strip("\ufeff\u200b").strip()


def read(source: Path | str | bytes, filename: str = "") -> Table:
    """Rows of a ``.csv`` or ``.xlsx`` file, given as a path or as its content with its name."""
    if not isinstance(source, bytes):
        path = Path(source)
        filename = filename or path.name
        try:
            size = path.stat().st_size
            content = path.read_bytes() if size <= LARGEST_FILE else b""
        except OSError:
            return Table([], [_unreachable(path)])
    else:
        content, size = source, len(source)
    if size > LARGEST_FILE:
        return Table([], [_too_large(size)])
    if not content.strip():
        return Table([], [EMPTY])
    ending = Path(filename).suffix.lower()
    if ending == ".xlsx":
        return _table(*read_xlsx(content))
    if ending in (".csv", ".txt", ".tsv"):
        cells, problems = read_csv(content)
        return _table([] if problems else [Grid("", cells)], problems)
    return Table([], [_wrong_ending(filename)])


def _table(grids: list[Grid], problems: list[Problem]) -> Table:
    rows: list[Row] = []
    complaints: list[Problem] = []
    grids = [_tidied(grid) for grid in grids]
    with_content = [grid for grid in grids if any(any(line) for line in grid.cells)]
    if not with_content and not problems:
        return Table([], [EMPTY])
    headers = [find_header(grid.sheet, grid.cells) for grid in with_content]
    for grid, (header, found) in zip(with_content, headers, strict=True):
        if header is not None:
            rows += _rows(grid, header)
        if header is not None or not grid.hidden:
            complaints += found
    if any(header for header, _ in headers):
        # Beside a table of units, a sheet of notes is no error.
        complaints = [_milder(problem) for problem in complaints]
    if len(rows) > MOST_ROWS:
        return Table([], [_too_many(len(rows))])
    if not rows and not problems and not any(problem.is_error for problem in complaints):
        complaints.append(NO_ROWS)
    return Table(rows, problems + complaints)


def _milder(problem: Problem) -> Problem:
    about_sheet = problem.sheet and not problem.row
    return replace(problem, severity="warning") if about_sheet else problem


def _tidied(grid: Grid) -> Grid:
    cells = [[tidy(text) for text in line] for line in grid.cells]
    return Grid(grid.sheet, cells, grid.merges, grid.flaws, grid.hidden)


def _rows(grid: Grid, header: Header) -> Iterator[Row]:
    cells, merged = spread(grid, header)
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


EMPTY = Problem(
    f"tệp trống. Cần một dòng tiêu đề với các cột {EXPECTED}, rồi mỗi đơn vị một dòng.",
    f"the file is empty. Expected a header row with the columns {EXPECTED}, then one row per unit.",
)
NO_ROWS = Problem(
    "tệp chỉ có dòng tiêu đề, chưa có đơn vị nào. Mỗi đơn vị ghi một dòng dưới tiêu đề.",
    "the file has a header only and no units. Write one row per unit below the header.",
)


def _too_large(size: int) -> Problem:
    megabytes = f"{size / MB:.1f}"
    return Problem(
        f"tệp lớn {megabytes.replace('.', ',')} MB, nhiều nhất {LARGEST_FILE // MB} MB. "
        "Hãy xóa hình ảnh, trang tính thừa hoặc chia thành nhiều tệp.",
        f"the file has {megabytes} MB, the most is {LARGEST_FILE // MB} MB. "
        "Remove pictures and surplus sheets, or split it.",
    )


def _unreachable(path: Path) -> Problem:
    return Problem(
        f"không tìm thấy hoặc không mở được tệp {quote(str(path))}.",
        f"the file {quote(str(path))} does not exist or cannot be opened.",
    )


def _too_many(rows: int) -> Problem:
    return Problem(
        f"tệp có {rows} dòng dữ liệu, nhiều nhất {MOST_ROWS}. Hãy chia thành nhiều tệp.",
        f"the file has {rows} rows of data, the most is {MOST_ROWS}. Split it into several files.",
    )


def _wrong_ending(filename: str) -> Problem:
    return Problem(
        f"không đọc được tệp {quote(filename)}. Cần tệp .xlsx hoặc .csv.",
        f"the file {quote(filename)} cannot be read. Expected a .xlsx or .csv file.",
    )
