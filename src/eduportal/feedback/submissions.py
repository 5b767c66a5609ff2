"""The register on a page and as a workbook, for administrators and feedback readers alone."""

from AccessControl import getSecurityManager
from dataclasses import dataclass
from eduportal import _
from eduportal.feedback import box as register
from eduportal.feedback.catalogue import catalogue
from io import BytesIO
from openpyxl import Workbook
from plone import api
from plone.batching import Batch
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PAGE = 30


@dataclass(frozen=True)
class Submission:
    """One row of the register as it is shown."""

    number: int
    form: str
    received: str
    entries: tuple[tuple[str, str, str], ...]

    @property
    def subject(self) -> str:
        values = {name: text for name, _label, text in self.entries}
        return values.get("subject") or values.get("message", "")[:80]


class SubmissionsView(BrowserView):
    """What was sent, newest first; ``?box=`` names the form."""

    page_heading = _("Messages received")

    index = ViewPageTemplateFile("submissions.pt")

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if "remove" in self.request.form and self.may_remove:
            self._remove()
            return ""
        return self.index()

    @property
    def boxes(self) -> list[tuple[str, str]]:
        """Id and title of each box: the kit's forms, and any other that holds something."""
        language = api.portal.get_current_language()[:2]
        titles = {form.id: form.texts.get(language, form.texts["vi"]).title for form in catalogue()}
        return list(({name: name for name in register.boxes(api.portal.get())} | titles).items())

    @property
    def box(self) -> str:
        return str(self.request.form.get("box") or self.boxes[0][0])

    @property
    def may_remove(self) -> bool:
        return bool(
            getSecurityManager().checkPermission("eduportal: Remove submissions", self.context)
        )

    def batch(self) -> Batch:
        """One page of numbers; a register of years is not loaded to show thirty rows."""
        start = str(self.request.form.get("b_start", "0"))
        numbers = register.numbers(api.portal.get(), self.box)
        return Batch(numbers, PAGE, int(start) if start.isdecimal() else 0)

    def row(self, number: int) -> Submission:
        row = register.submission(api.portal.get(), self.box, number)
        received = row["received"].astimezone(LOCAL).strftime("%d/%m/%Y %H:%M")
        return Submission(number, row["form"], received, row["entries"])

    def _remove(self) -> None:
        PostOnly(self.request)
        CheckAuthenticator(self.request)
        number = str(self.request.form.get("number", ""))
        if number.isdecimal():
            register.remove(api.portal.get(), self.box, int(number))
            api.portal.show_message(_("The message was removed."), self.request)
        self.request.response.redirect(
            f"{self.context.absolute_url()}/@@submissions?box={self.box}"
        )


class SubmissionsWorkbook(SubmissionsView):
    """The same as ``.xlsx``; every cell is text, so that nothing sent in is run as a formula."""

    def __call__(self) -> bytes:
        rows = [self.row(number) for number in register.numbers(api.portal.get(), self.box)]
        labels = {name: label for row in reversed(rows) for name, label, _text in row.entries}
        book = Workbook()
        sheet = book.active
        heading = [self.context.translate(_("Received")), self.context.translate(_("Form"))]
        self._append(sheet, [*heading, *labels.values()])
        for row in rows:
            texts = {name: text for name, _label, text in row.entries}
            self._append(sheet, [row.received, row.form, *(texts.get(name, "") for name in labels)])
        stream = BytesIO()
        book.save(stream)
        response = self.request.response
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader("Content-Type", XLSX)
        response.setHeader("Content-Disposition", f'attachment; filename="{self.filename}"')
        return stream.getvalue()

    @property
    def filename(self) -> str:
        known = [name for name, _title in self.boxes]
        return f"{self.box if self.box in known else 'register'}.xlsx"

    def _append(self, sheet, texts: list[str]) -> None:
        line = sheet.max_row + 1 if sheet.max_row > 1 or sheet["A1"].value else 1
        for column, text in enumerate(texts, start=1):
            cell = sheet.cell(line, column)
            cell.value = text
            cell.data_type = "s"
