"""``@@accounts-import``: a table of people is uploaded, looked at, then done."""

from base64 import b64decode
from base64 import b64encode
from eduportal import _
from eduportal.accounts.importing import Report
from eduportal.accounts.importing import import_people
from eduportal.accounts.keys import seal
from eduportal.accounts.keys import unseal
from eduportal.accounts.table import COLUMNS
from eduportal.accounts.web.page import AccountsPage
from eduportal.spreadsheets import read
from io import BytesIO
from openpyxl import Workbook
from plone import api
from plone.protect.authenticator import check as check_authenticator

PURPOSE = "uploaded table of people"
SECONDS = 3600
HANDOVERS = ("mail", "slips", "none")
DONE = {
    "made": _("new account"),
    "updated": _("completed"),
    "unchanged": _("unchanged"),
    "failed": _("not taken"),
}


class ImportPage(AccountsPage):
    """The table travels sealed in the form between the two steps: people's data lies nowhere."""

    page_heading = _("Many accounts from a table")

    problem = None
    report: Report | None = None
    sealed = ""
    is_done = False

    @property
    def language(self) -> str:
        return "en" if api.portal.get_current_language() == "en" else "vi"

    @property
    def update(self) -> bool:
        return "update" in self.request.form

    @property
    def handover(self) -> str:
        chosen = self.text("handover")
        return chosen if chosen in HANDOVERS else "mail"

    def word(self, done: str):
        return DONE[done]

    def titles(self, names) -> str:
        """Columns as the reader calls them."""
        return COLUMNS.listed(names, self.language)

    def post(self) -> None:
        check_authenticator(self.request)
        if "confirm" in self.request.form:
            self._do()
        else:
            self._look()

    def _look(self) -> None:
        upload = self.request.form.get("table")
        filename = getattr(upload, "filename", "")
        content = upload.read(COLUMNS.largest_file + 1) if filename else b""
        if not filename:
            self.problem = _("Choose a table, .xlsx or .csv.")
            return
        self.report = import_people(
            self.portal,
            read(content, COLUMNS, filename),
            update=self.update,
            dry_run=True,
            handover=self.handover,
        )
        if any(one.done in ("made", "updated") for one in self.report.outcomes):
            text = f"{filename}\n{b64encode(content).decode()}"
            self.sealed = seal(PURPOSE, text)

    def _do(self) -> None:
        text = unseal(PURPOSE, str(self.request.form.get("sealed", "")), SECONDS)
        if text is None:
            self.problem = _("The page was open for too long. Upload the table again.")
            return
        filename, _line, content = text.partition("\n")
        self.report = import_people(
            self.portal,
            read(b64decode(content), COLUMNS, filename),
            update=self.update,
            handover=self.handover,
        )
        self.is_done = True


class Template(AccountsPage):
    """``@@accounts-template.xlsx``: the headings, and one made-up person."""

    def __call__(self) -> bytes:
        book = Workbook()
        sheet = book.active
        sheet.title = "Tài khoản"
        sheet.append([COLUMNS.titles_vi[name] for name in COLUMNS.names])
        sheet.append(["Nguyễn Văn Mẫu", "maunv", "", "Biên tập viên", "Tổ trưởng Tổ 1"])
        for column in "ABCDE":
            sheet.column_dimensions[column].width = 26
        stream = BytesIO()
        book.save(stream)
        response = self.request.response
        response.setHeader(
            "Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        )
        response.setHeader("Content-Disposition", 'attachment; filename="tai-khoan.xlsx"')
        return stream.getvalue()
