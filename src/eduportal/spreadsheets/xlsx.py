"""Excel workbooks, read without trusting them.

Rows are streamed: a stray cell in row 1,048,576 or a merge over a whole sheet would otherwise
be turned into millions of objects. openpyxl's streaming reader knows no merged cells, so those
are taken from the sheet's XML.
"""

from collections.abc import Iterator
from datetime import date
from datetime import datetime
from datetime import time
from eduportal.spreadsheets.grid import Flaw
from eduportal.spreadsheets.grid import Grid
from eduportal.spreadsheets.grid import Merge
from eduportal.spreadsheets.problems import Problem
from openpyxl.utils.cell import range_boundaries
from typing import Any
import io
import openpyxl
import re
import zipfile

MOST_UNPACKED = 40_000_000
MOST_COLUMNS = 256
"""A stray cell in column XFD would make 16,384 cells of every row."""
MOST_TEXT = 40_000_000
"""Letters of all cells: a workbook keeps a text once, however many cells show it."""
MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z]+\d+:[A-Z]+\d+)[\"']")
FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")


def read_xlsx(content: bytes, rows: int) -> tuple[list[Grid], list[Problem]]:
    """Every worksheet of the workbook, as far as its first ``rows`` rows, blank ones included."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MOST_UNPACKED:
                return [], [BOMB]
        return list(_grids(content, rows)), []
    except _TooMuchText:
        return [], [BOMB]
    except Exception:  # openpyxl answers damaged files with whatever its parsers meet
        return [], [DAMAGED]


class _TooMuchText(Exception):
    """The cells hold more than ``MOST_TEXT``."""


def _grids(content: bytes, rows: int) -> Iterator[Grid]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        formulas = any(FORMULA.search(_sheet(archive, name)) for name in _sheet_files(archive))
        values = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        left = MOST_TEXT
        written = openpyxl.load_workbook(io.BytesIO(content), read_only=True) if formulas else None
        for sheet in values.worksheets:
            # The only place where openpyxl tells which file of the archive a sheet came from.
            xml = _sheet(archive, sheet._worksheet_path)
            flaws: list[Flaw] = []
            cells = []
            for row, line in enumerate(_rows(sheet, rows), start=1):
                cells.append([_cell(cell, row, place, flaws) for place, cell in enumerate(line)])
                left -= sum(map(len, cells[-1]))
                if left < 0:
                    raise _TooMuchText
            if written is not None:
                flaws += _uncalculated(cells, written[sheet.title], rows)
            hidden = sheet.sheet_state != "visible"
            yield Grid(sheet.title, cells, list(_merges(xml)), flaws, hidden)


def _sheet_files(archive: zipfile.ZipFile) -> list[str]:
    return [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]


def _sheet(archive: zipfile.ZipFile, name: str) -> bytes:
    return archive.read(name.lstrip("/"))


def _rows(sheet: Any, rows: int) -> Iterator[tuple[Any, ...]]:
    # The dimension some programs write is wrong; without it every row is read.
    sheet.reset_dimensions()
    return sheet.iter_rows(max_row=rows, max_col=MOST_COLUMNS)


def _merges(xml: bytes) -> Iterator[Merge]:
    for found in MERGE.finditer(xml):
        ref = found[1].decode()
        left, top, right, bottom = range_boundaries(ref)
        yield Merge(top, bottom, left - 1, right - 1, ref)


def _cell(cell: Any, row: int, place: int, flaws: list[Flaw]) -> str:
    text = as_text(cell.value, getattr(cell, "number_format", "") or "")
    if getattr(cell, "data_type", "") == "e":
        flaws.append(Flaw(row, place, text, *ERROR_VALUE))
    return text


def _uncalculated(cells: list[list[str]], sheet: Any, rows: int) -> Iterator[Flaw]:
    """Formulas whose result the workbook does not hold: written by a program, never opened."""
    for row, (line, texts) in enumerate(zip(_rows(sheet, rows), cells, strict=True), start=1):
        for place, (cell, text) in enumerate(zip(line, texts, strict=False)):
            if not text and getattr(cell, "data_type", "") == "f":
                yield Flaw(row, place, str(cell.value), *NO_RESULT)


def as_text(value: Any, number_format: str = "") -> str:
    """A value as its author sees it, losing no digit.

    A telephone number typed as a number keeps the zeros its format shows (``0000000000``).
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    if isinstance(value, int):
        padded = re.fullmatch(r"0+", number_format)
        return str(value).zfill(len(number_format)) if padded else str(value)
    if isinstance(value, float):
        return repr(value).replace(".", ",")
    if isinstance(value, datetime) and value.time() != time():
        return value.strftime("%d/%m/%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    return str(value)


ERROR_VALUE = (
    "ô chứa lỗi của Excel. Hãy sửa công thức hoặc gõ giá trị vào ô.",
    "the cell holds an Excel error. Mend the formula or type the value.",
)
NO_RESULT = (
    "ô là công thức chưa có kết quả. Hãy mở tệp bằng Excel, lưu lại, hoặc gõ giá trị vào ô.",
    "the cell is a formula without a result. Open the file in Excel and save it, "
    "or type the value.",
)
DAMAGED = Problem(
    "tệp bị hỏng hoặc không phải là bảng tính Excel (.xlsx). Hãy mở tệp bằng Excel rồi lưu lại.",
    "the file is damaged or not an Excel workbook (.xlsx). Open it in Excel and save it again.",
)
BOMB = Problem(
    f"tệp giải nén ra hơn {MOST_UNPACKED // 1_000_000} MB nên không được mở. "
    "Hãy xóa hình ảnh và định dạng thừa rồi lưu lại.",
    f"the file unpacks to more than {MOST_UNPACKED // 1_000_000} MB and was not opened. "
    "Remove pictures and surplus formatting and save it again.",
)
