"""``@@procedures-table`` on a section: take the procedures away as a table, and bring a table in.

What was uploaded is looked at first and comes back with the second press; nothing is kept here.
"""

from base64 import b64decode
from base64 import b64encode
from binascii import Error as NotBase64
from eduportal import _
from eduportal.procedures import exporting
from eduportal.procedures.columns import LARGEST_FILE
from eduportal.procedures.importing import SECTION
from eduportal.procedures.importing import STATES
from eduportal.procedures.importing import Report
from eduportal.procedures.importing import import_table
from eduportal.procedures.reading import read
from eduportal.sections import find
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly
from Products.Five.browser import BrowserView

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PERMISSIONS = {
    "draft": "Add portal content",
    "submitted": "Request review",
    "published": "Review portal content",
}
STATE_WORDS = {
    "draft": _("Drafts, seen by editors only"),
    "submitted": _("Submitted for approval"),
    "published": _("Published at once"),
}
DONE = {
    "new": _("To be added"),
    "changed": _("To be changed"),
    "unchanged": _("Unchanged"),
    "error": _("Not taken over"),
}
STORED = DONE | {"new": _("Added"), "changed": _("Changed")}


class ProceduresTable(BrowserView):
    """Every answer is this person's alone."""

    page_heading = _("Procedures as a table")

    report: Report | None = None
    refused = ""
    data = ""
    filename = ""

    def __call__(self) -> str | bytes:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        form = self.request.form
        if form.get("download") in ("table", "template"):
            return self._download(form["download"])
        if self.request.method == "POST":
            PostOnly(self.request)
            CheckAuthenticator(self.request)
            self._act()
        return self.index()

    @cached_property
    def home(self):
        """Records live in the Vietnamese section, whichever language the editor reads."""
        return find(SECTION, "vi")

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@procedures-table"

    @cached_property
    def language(self) -> str:
        return "en" if api.portal.get_current_language() == "en" else "vi"

    @cached_property
    def allowed(self) -> list[tuple[str, str]]:
        """The states in which this person may add procedures, with what each means."""
        return [
            (state, STATE_WORDS[state])
            for state in STATES
            if self.home is not None and api.user.has_permission(PERMISSIONS[state], obj=self.home)
        ]

    @property
    def state(self) -> str:
        """The one chosen, where this person may; drafts otherwise."""
        wanted = self.request.form.get("state")
        return wanted if wanted in dict(self.allowed) else "draft"

    @property
    def update(self) -> bool:
        return self.request.form.get("update") == "1"

    def counts(self) -> list[tuple[str, int]]:
        words = DONE if self.report.dry_run else STORED
        return [(words[name], count) for name, count in self.report.counts.items()]

    @property
    def promising(self) -> bool:
        """Whether storing would do anything."""
        counts = self.report.counts
        return self.report.dry_run and bool(counts["new"] or counts["changed"])

    def sentences(self) -> list[dict]:
        """What is to be said of the file and its rows."""
        rows = (one for outcome in self.report.outcomes for one in outcome.problems)
        return [
            {"text": one.sentence(self.language), "error": one.is_error}
            for one in (*self.report.problems, *rows)
        ]

    def kept(self) -> list[dict]:
        """Where the portal says otherwise and nothing was changed."""
        return [
            {"label": outcome.label, "kept": kept}
            for outcome in self.report.outcomes
            for kept in outcome.kept
        ]

    def _act(self) -> None:
        if not self.allowed:
            self.refused = _("You may not add procedures here.")
            return
        content = self._content()
        if content is None:
            return
        storing = self.request.form.get("do") == "import"
        self.report = import_table(
            read(content, self.filename), state=self.state, update=self.update, dry_run=not storing
        )
        self.data = "" if storing else b64encode(content).decode()

    def _content(self) -> bytes | None:
        """The file just uploaded, or the one looked at before."""
        form = self.request.form
        upload = form.get("file")
        if getattr(upload, "filename", ""):
            content = upload.read(LARGEST_FILE + 1)
            self.filename = str(upload.filename)
        else:
            content = self._sent_back(form.get("data"))
            self.filename = str(form.get("filename") or "")
        if not content:
            self.refused = _("Choose a file: .xlsx or .csv.")
            return None
        return content

    def _sent_back(self, data: object) -> bytes:
        try:
            return b64decode(data, validate=True) if isinstance(data, str) else b""
        except (NotBase64, ValueError):
            return b""

    def _download(self, kind: str) -> bytes:
        response = self.request.response
        name = "thu-tuc.xlsx" if kind == "table" else "mau-nhap-thu-tuc.xlsx"
        response.setHeader("Content-Type", XLSX)
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        return exporting.export() if kind == "table" else exporting.template()
