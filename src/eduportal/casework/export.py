"""The list at hand as an Excel file; that it was taken away is noted in the journal."""

from datetime import datetime
from eduportal import _
from eduportal import audit
from eduportal.cases import STATES
from eduportal.cases import codes
from eduportal.casework.people import name_of
from eduportal.face.dates import ZONE
from eduportal.spreadsheets import xlsx_text
from io import BytesIO
from openpyxl import Workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEAD = {
    _("Code of the case"): 22,
    _("Applicant"): 28,
    _("Service"): 36,
    _("State"): 20,
    _("Waiting list"): 14,
    _("Received on"): 18,
    _("Due on"): 14,
    _("Settled on"): 14,
    _("Officer"): 24,
}
"""Columns and their widths in letters."""


def workbook(queue) -> bytes:
    """The rows of the queue as it is asked for, with the headers of the answer set."""
    asked = {name: value for name, value in queue.asked.fields.items() if name != "words"}
    audit.record("case.export", after={**asked, "cases": len(queue.rows)})
    response = queue.request.response
    response.setHeader("Content-Type", XLSX)
    response.setHeader("Content-Disposition", 'attachment; filename="ho-so.xlsx"')
    return _written(queue)


def _written(queue) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCDEFGHI", HEAD.values(), strict=True):
        sheet.column_dimensions[letter].width = width
    words = {title: queue.context.translate(title) for title in (*HEAD, *STATES.values())}
    sheet.append([words[title] for title in HEAD])
    yes = queue.context.translate(_("Yes"))
    officers: dict[str, str] = {"": ""}
    for row in queue.rows:
        if row.assignee not in officers:
            officers[row.assignee] = str(name_of(row.assignee))
        texts = (
            codes.shown(row.code),
            row.name,
            queue.service_titles.get(row.service_uid, ""),
            words[STATES[row.state]],
            yes if row.waiting else "",
        )
        sheet.append(
            [
                *(xlsx_text(sheet, one) for one in texts),
                _local(row.opened),
                row.due,
                row.closed_on,
                xlsx_text(sheet, officers[row.assignee]),
            ]
        )
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _local(moment: datetime) -> datetime:
    """Excel knows no time zones: the clock of Viet Nam."""
    return moment.astimezone(ZONE).replace(tzinfo=None, microsecond=0)
