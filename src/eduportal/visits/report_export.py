"""``@@visit-report-export``: the month's report as CSV or as an Excel file."""

from eduportal import _
from eduportal.spreadsheets import csv_text
from eduportal.spreadsheets import xlsx_text
from eduportal.visits.report import VisitReport
from io import BytesIO
from io import StringIO
from openpyxl import Workbook
import csv

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class VisitReportExport(VisitReport):
    """Days first, then sections, in one table."""

    def __call__(self) -> bytes:
        form = "xlsx" if self.request.form.get("format") == "xlsx" else "csv"
        response = self.request.response
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader("Content-Type", TYPES[form])
        name = f"visits-{self.month}.{form}"
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        return self._xlsx() if form == "xlsx" else self._csv()

    def _table(self) -> list[tuple[str, str, int | str, int | str]]:
        day, section = self.words(_("Day")), self.words(_("Section"))
        head = (_("Kind"), _("Name"), _("Visits"), _("Page views"))
        total = (self.words(_("Whole month")), self.title, self.sum.visits, self.sum.views)
        return [
            tuple(self.words(one) for one in head),
            *((day, *line) for line in self.days),
            *((section, *line) for line in self.sections),
            total,
        ]

    def _csv(self) -> bytes:
        """With the mark by which Excel knows UTF-8."""
        text = StringIO()
        csv.writer(text).writerows(
            [csv_text(cell) if isinstance(cell, str) else cell for cell in line]
            for line in self._table()
        )
        return text.getvalue().encode("utf-8-sig")

    def _xlsx(self) -> bytes:
        book = Workbook(write_only=True)
        sheet = book.create_sheet()
        sheet.freeze_panes = "A2"
        for column, width in zip("ABCD", (16, 48, 14, 14), strict=True):
            sheet.column_dimensions[column].width = width
        for line in self._table():
            sheet.append(
                [xlsx_text(sheet, cell) if isinstance(cell, str) else cell for cell in line]
            )
        file = BytesIO()
        book.save(file)
        return file.getvalue()
