"""Workbooks of documents: what an export writes, and the template that an editor fills in."""

from collections.abc import Iterable
from datetime import date
from eduportal.filing.choices import Lists
from eduportal.filing.columns import Column
from eduportal.filing.columns import columns
from eduportal.filing.columns import instructions
from io import BytesIO
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment
from openpyxl.styles import Font
from openpyxl.styles import PatternFill
from openpyxl.utils.cell import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from typing import Any

SHEET = "Văn bản"
HELP, CHOICES = "Hướng dẫn", "Danh mục"
"""Sheets that an import passes over: see ``unread_sheets`` in ``data/columns.toml``."""
DATE_FORMAT = "dd/mm/yyyy"
TEXT_FORMAT = "@"
FIRST_YEAR_OF_EXCEL = 1900
LAST_ROW = 5_000
"""So many rows of the template offer their choices."""
WIDTHS = {"line": 24, "title": 60, "title_en": 40, "date": 14, "day": 14, "files": 40}
HEAD = PatternFill("solid", fgColor="1F4E79")
GREY = Font(italic=True, color="7F7F7F")


def workbook(rows: Iterable[list[Any]]) -> bytes:
    """Rows of values in the columns' order, under their Vietnamese headings."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    sheet.freeze_panes = "A2"
    for letter, column in _lettered():
        sheet.column_dimensions[letter].width = _width(column)
    sheet.append([_head(sheet, column.vi) for column in columns()])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    return _bytes(book)


def template(lists: Lists) -> bytes:
    """An empty table with an example, choices at its cells, and a page of instructions."""
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    sheet.freeze_panes = "A2"
    for letter, column in _lettered():
        sheet.column_dimensions[letter].width = _width(column)
        head = sheet[f"{letter}1"]
        head.value, head.fill, head.font = column.vi, HEAD, Font(bold=True, color="FFFFFF")
        head.alignment = Alignment(wrap_text=True, vertical="center")
        example = sheet[f"{letter}2"]
        example.value, example.font, example.data_type = column.example, GREY, "s"
        # Text, or Excel makes a date of the number 12/2020.
        sheet.column_dimensions[letter].number_format = _format(column)
        for row in range(2, 200):
            sheet[f"{letter}{row}"].number_format = _format(column)
    _offer(book, sheet, lists)
    _explain(book)
    return _bytes(book)


def _offer(book: Workbook, sheet, lists: Lists) -> None:
    """Drop-down lists from a hidden sheet; only the kinds are a closed one."""
    hidden = book.create_sheet(CHOICES)
    hidden.sheet_state = "hidden"
    names = {
        "kind": [term.vi for term in lists.kinds],
        "issuer": [term.vi for term in lists.issuers],
        "areas": list(lists.areas),
    }
    letters = {column.token: letter for letter, column in _lettered()}
    for place, (token, values) in enumerate(names.items(), start=1):
        source = get_column_letter(place)
        for row, value in enumerate(values, start=1):
            hidden[f"{source}{row}"] = value
        if values:
            rule = DataValidation(
                type="list",
                formula1=f"='{CHOICES}'!${source}$1:${source}${len(values)}",
                allow_blank=True,
                showErrorMessage=token == "kind",
                errorTitle="Hình thức văn bản",
                error="Hãy chọn một tên trong danh mục.",
            )
            sheet.add_data_validation(rule)
            rule.add(f"{letters[token]}3:{letters[token]}{LAST_ROW}")


def _explain(book: Workbook) -> None:
    page = book.create_sheet(HELP)
    page.column_dimensions["A"].width = 28
    page.column_dimensions["B"].width = 90
    page.column_dimensions["C"].width = 50
    lines = [[line] for line in instructions()]
    lines += [[], ["Cột", "Cách ghi", "Ví dụ"]]
    head = len(lines)
    lines += [[column.vi, column.hint_vi, column.example] for column in columns()]
    for line in lines:
        page.append(line)
    page["A1"].font = Font(bold=True, size=14)
    for letter in "ABC":
        page[f"{letter}{head}"].font = Font(bold=True)
    for row in page.iter_rows(min_row=head):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _lettered() -> list[tuple[str, Column]]:
    return [(get_column_letter(place), column) for place, column in enumerate(columns(), start=1)]


def _width(column: Column) -> int:
    return WIDTHS.get(column.token) or WIDTHS.get(column.value) or 24


def _format(column: Column) -> str:
    return DATE_FORMAT if column.value in ("date", "day") else TEXT_FORMAT


def _head(sheet, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, text)
    cell.fill, cell.font = HEAD, Font(bold=True, color="FFFFFF")
    return cell


def _cell(sheet, value: Any) -> WriteOnlyCell:
    """A date as Excel's own, everything else as text: nothing is run as a formula."""
    if isinstance(value, date) and value.year >= FIRST_YEAR_OF_EXCEL:
        cell = WriteOnlyCell(sheet, value)
        cell.number_format = DATE_FORMAT
        return cell
    text = f"{value:%d/%m/%Y}" if isinstance(value, date) else value or ""
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub(" ", text))
    if text:
        cell.data_type, cell.number_format = "s", TEXT_FORMAT
    return cell


def _bytes(book: Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
