"""What officers post on the page of a season: each button is one method."""

from datetime import date
from datetime import datetime
from eduportal import _
from eduportal.admissions import carried
from eduportal.admissions import deciding
from eduportal.admissions import importing
from eduportal.admissions import results
from eduportal.admissions.table import COLUMNS
from eduportal.admissions.words import REPLIES
from eduportal.cases import by_number
from eduportal.face.dates import ZONE
from eduportal.spreadsheets import read
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly
from zExceptions import NotFound
from zope.i18nmessageid import Message


class Posts:
    """Mixed into the page, which says whose cases it is about."""

    message: Message | None = None
    problem: Message | None = None
    plan: importing.Plan | None = None
    rows = ""

    def act(self) -> None:
        PostOnly(self.request)
        CheckAuthenticator(self.request)
        acts = {
            "check": self._check,
            "store": self._store,
            "hour": self._hour,
            "deny": self._deny,
            "numbers": self._numbers,
            "move_up": self._move_up,
            "release": self._release,
            "close": self._close,
            "reply": self._reply,
        }
        act = next((acts[name] for name in acts if name in self.request.form), None)
        if act is not None:
            act()

    def _check(self) -> None:
        upload = self.request.form.get("table")
        content = upload.read() if getattr(upload, "filename", "") else b""
        if not content:
            self.problem = _("Choose a table first.")
            return
        table = read(content, COLUMNS, upload.filename)
        self._look(table.rows)
        self.plan.problems = table.problems
        if not any(problem.is_error for problem in table.problems):
            self.rows = carried.packed(table.rows)
        if len(self.rows) > carried.LONGEST:
            self.plan, self.rows = None, ""
            self.problem = _("The table holds too much text. Split it into several.")

    def _look(self, rows) -> None:
        too = bool(self.request.form.get("public_too"))
        self.plan = importing.plan(self.portal, self.season, self.services, rows, too)

    def _store(self) -> None:
        try:
            rows = carried.unpacked(str(self.request.form.get("rows", "")))
        except carried.NotCarried:
            self.problem = _("The preview has got lost. Upload the table again.")
            return
        self._look(rows)
        errors = self.plan.count(importing.ERROR)
        if errors and not self.request.form.get("good_rows"):
            self.rows = carried.packed(rows)
            self.problem = _("Nothing was stored: some rows have mistakes.")
            return
        stored = importing.store(self.portal, self.season, self.plan.good, self.login)
        self.note("admissions.results", stored=stored, errors=errors)
        self.plan, self.rows = None, ""
        self.message = _(
            "admission_stored",
            default="Stored: ${stored} results. Rows left out because of mistakes: ${errors}.",
            mapping={"stored": stored, "errors": errors},
        )

    def _hour(self) -> None:
        form = self.request.form
        try:
            hour = datetime.strptime(str(form.get("results_at", "")), "%Y-%m-%dT%H:%M")
            until = _day(str(form.get("enrol_until", "")))
        except ValueError:
            self.problem = _("Give the day and the hour of publication.")
            return
        if until is not None and until < hour.date():
            self.problem = _("Families must have time: the last day comes before the results.")
            return
        deciding.set_hour(self.season, hour.replace(tzinfo=ZONE), until)
        self.message = _(
            "admission_hour_set",
            default="Results become public at ${hour}.",
            mapping={"hour": self.hour_shown},
        )

    def _deny(self) -> None:
        deciding.set_hour(self.season, None, self.season.enrol_until)
        self.message = _("Results are not public any more.")

    def _numbers(self) -> None:
        count = deciding.allot_numbers(self.portal, self.season, self.services)
        self.message = _(
            "admission_numbers_given",
            default="Registration numbers given: ${count}.",
            mapping={"count": count},
        )

    def _move_up(self) -> None:
        form = self.request.form
        try:
            most = int(str(form.get("most", "")))
            until = _day(str(form.get("until", "")))
        except ValueError:
            self.problem = _("Give how many move up.")
            return
        args = (self.portal, self.season, self.services)
        count = deciding.move_up(*args, most, until, self.login)
        self.message = _(
            "admission_moved_up",
            default="Moved up from the waiting list: ${count}.",
            mapping={"count": count},
        )

    def _release(self) -> None:
        args = (self.portal, self.season, self.services)
        count = deciding.release(*args, self.login)
        self.message = _(
            "admission_released",
            default="Places that are free again: ${count}.",
            mapping={"count": count},
        )

    def _close(self) -> None:
        args = (self.portal, self.season, self.services)
        done, left = deciding.close_cases(*args, self.login)
        self.message = _(
            "admission_cases_closed",
            default="Cases closed: ${done}. Still open: ${left}.",
            mapping={"done": done, "left": left},
        )

    def _reply(self) -> None:
        """The family answered on the telephone or at the office."""
        form = self.request.form
        case = by_number(self.portal, str(form.get("case", "")))
        answer = str(form.get("answer", ""))
        if case is None or case.service_uid not in self.services or answer not in REPLIES:
            raise NotFound("case")
        if results.result_of(case).outcome != results.ADMITTED:
            self.problem = _("Only who was admitted can confirm.")
            return
        deciding.answered(self.portal, self.season, case, answer, self.login)
        self.message = _("The answer was noted.")


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
