"""``@@author-fees.xlsx``: a month's fees to be signed and paid."""

from collections.abc import Sequence
from datetime import date
from eduportal import _
from eduportal import editorial
from eduportal.duties.fees.kinds import KINDS
from eduportal.duties.fees.page import FeesView
from eduportal.duties.fees.report import Report
from eduportal.duties.fees.report import name_of
from eduportal.spreadsheets import xlsx_text
from io import BytesIO
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from zope.i18n import translate

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""What a spreadsheet would compute instead of showing it."""

Cell = int | str | date


class FeesWorkbook(FeesView):
    """Of everybody, or of oneself."""

    def __call__(self) -> bytes:
        self.check()
        response = self.request.response
        response.setHeader("Content-Type", XLSX)
        name = f"nhuan-but-{self.month}.xlsx"
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        return workbook(self.report, self.language)


def workbook(report: Report, language: str) -> bytes:
    """One sheet with a row for each author, one with a row for each item and author."""

    def say(message) -> str:
        return translate(message, domain="eduportal", target_language=language)

    book = Workbook(write_only=True)
    used = [kind for kind in KINDS if any(kind in one.kinds for one in report.totals())]
    totals: list[Sequence[Cell]] = [
        (
            say(_("Author")),
            say(_("Account name")),
            *(say(KINDS[kind].title) for kind in used),
            say(_("Items")),
            say(_("Amount (VND)")),
        )
    ]
    for one in report.totals():
        counts = [one.kinds.get(kind, 0) for kind in used]
        totals.append((name_of(one.author), one.author, *counts, one.items, one.amount))
    totals.append((say(_("Total")), "", *("" for _kind in used), "", report.amount))
    _sheet(book, say(_("By author")), totals, (32, 20))

    items: list[Sequence[Cell]] = [
        tuple(
            say(title)
            for title in (
                _("Published on"),
                _("Title"),
                _("Kind"),
                _("Author"),
                _("Amount (VND)"),
                _("Note"),
                _("State now"),
                _("Address"),
            )
        )
    ]
    for row in report.rows:
        state = say(editorial.STATES.get(row.state, row.state)) if row.state else say(_("Deleted"))
        items.append(
            (
                row.day,
                row.entry.title,
                say(KINDS[row.entry.kind].title),
                name_of(row.author),
                row.share,
                row.entry.note,
                state,
                f"/{row.entry.path}",
            )
        )
    _sheet(book, say(_("By item")), items, (14, 60, 24, 32, 16, 30, 16, 50))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _sheet(book: Workbook, title: str, lines: list[Sequence[Cell]], widths: Sequence[int]) -> None:
    sheet = book.create_sheet(title)
    for number in range(1, len(lines[0]) + 1):
        width = widths[number - 1] if number <= len(widths) else 14
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    for line in lines:
        sheet.append([_cell(sheet, value) for value in line])


def _cell(sheet, value: Cell) -> WriteOnlyCell:
    if isinstance(value, str):
        return xlsx_text(sheet, value)
    made = WriteOnlyCell(sheet, value)
    if isinstance(value, int):
        made.number_format = "#,##0"
    else:
        made.number_format = "dd/mm/yyyy"
    return made
