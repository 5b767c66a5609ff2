"""``@@register-export``: what a search found, as CSV or as an Excel file."""

from collections.abc import Iterable
from eduportal.content_types.official_document import validity
from eduportal.register.place import path_of
from eduportal.register.query import Query
from eduportal.register.result import run
from eduportal.register.table import Cell
from eduportal.register.table import table
from eduportal.search import keep_out
from eduportal.spreadsheets import csv_text
from eduportal.spreadsheets import xlsx_text
from io import BytesIO
from io import StringIO
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from plone import api
from Products.Five.browser import BrowserView
import csv

MOST_ROWS = 10_000
DATE = "dd/mm/yyyy"
WIDTHS = (6, 22, 16, 60, 32, 24, 14, 14, 14, 18, 30, 50)
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class RegisterExport(BrowserView):
    """All pages of a search in one file, of what this visitor may see."""

    def __call__(self) -> bytes:
        form = "xlsx" if self.request.form.get("format") == "xlsx" else "csv"
        result = run(Query.from_form(self.request.form), path_of(self.context))
        lines = table(result, api.portal.get_current_language(), self.request, MOST_ROWS)
        name = f"van-ban-{validity.today():%Y-%m-%d}.{form}"
        keep_out(self.request)
        response = self.request.response
        response.setHeader("Content-Type", TYPES[form])
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        return as_xlsx(lines) if form == "xlsx" else as_csv(lines)


def as_csv(lines: Iterable[tuple[Cell, ...]]) -> bytes:
    """With the mark by which Excel knows UTF-8; dates as written in Viet Nam."""
    text = StringIO()
    csv.writer(text).writerows([_in_csv(cell) for cell in line] for line in lines)
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(lines: Iterable[tuple[Cell, ...]]) -> bytes:
    """Real dates, the heading fixed, texts never taken for formulas."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for number, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    for line in lines:
        sheet.append([_in_xlsx(sheet, cell) for cell in line])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _in_csv(cell: Cell) -> str:
    if cell is None:
        return ""
    if not isinstance(cell, str | int):
        return f"{cell:%d/%m/%Y}"
    return csv_text(cell) if isinstance(cell, str) else str(cell)


def _in_xlsx(sheet, cell: Cell) -> WriteOnlyCell:
    if isinstance(cell, str):
        return xlsx_text(sheet, cell)
    made = WriteOnlyCell(sheet, cell)
    if cell is not None and not isinstance(cell, int):
        made.number_format = DATE
    return made
