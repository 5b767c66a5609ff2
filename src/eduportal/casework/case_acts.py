"""What an officer does on a case's page: one form, one act."""

from datetime import date
from datetime import datetime
from eduportal import _
from eduportal import cases
from eduportal import uploads
from eduportal.cases import Case
from eduportal.cases import StepRefused
from eduportal.casework import people
from eduportal.casework.words import HAPPENED
from eduportal.casework.words import NEEDS_REASON
from eduportal.casework.words import STEPS
from eduportal.search import text
from zope.i18nmessageid import Message

NO_TEXT = _("Write something first.")
NO_REASON = _("Write the reason first: the applicant reads it.")
NO_DAY = _("Write the day as dd/mm/yyyy.")
PAST_DAY = _("This day is over: promise the applicant a day from today on.")
NOT_YOURS = _("The chosen officer does not handle cases of this service.")


class Acts:
    """``act`` of the form names what is to be done; a part's own form has ``part`` instead."""

    def __init__(self, case: Case, request, login: str) -> None:
        self.case = case
        self.request = request
        self.form = request.form
        self.login = login
        self.before = case.changed.isoformat()
        self.is_stale = False
        """Set where somebody changed the case after the form was shown."""

    def carry_out(self) -> Message | str | None:
        """A sentence on what was done. Raises ``StepRefused`` or ``UploadRefused``."""
        part = text(self.form, "part")
        if part:
            found = cases.parts_of(self.case, self.request, "officer").get(part)
            return found.handle() if found is not None else None
        act = {
            "step": self._step,
            "say": self._say,
            "note": self._note,
            "assign": self._assign,
            "admit": self._admit,
            "due": self._due,
        }.get(text(self.form, "act"))
        return act() if act is not None else None

    def _step(self) -> Message:
        step, message = text(self.form, "step"), self._typed("message")
        self._check_seen()
        if step not in STEPS:
            raise StepRefused(_("Choose a step."))
        if step in NEEDS_REASON and not message:
            raise StepRefused(NO_REASON)
        cases.step(self.case, step, actor=self.login, message=message, files=self._files())
        return HAPPENED[step]

    def _say(self) -> Message:
        message, files = self._typed("text"), self._files()
        if not message and not files:
            raise StepRefused(NO_TEXT)
        cases.say(self.case, message, files, self.login)
        return _("The message was sent.")

    def _note(self) -> Message:
        if not self._typed("text"):
            raise StepRefused(NO_TEXT)
        cases.note(self.case, self._typed("text"), self.login)
        return _("The note was added.")

    def _assign(self) -> Message:
        self._check_seen()
        officer = text(self.form, "officer")
        if officer and not people.may_handle(officer, self.case.service_uid):
            raise StepRefused(NOT_YOURS)
        cases.assign(self.case, officer, self.login)
        return HAPPENED["assign"]

    def _admit(self) -> Message:
        self._check_seen()
        cases.admit(self.case, self.login)
        return HAPPENED["admit"]

    def _due(self) -> Message:
        self._check_seen()
        day = self._day()
        if day < cases.today():
            raise StepRefused(PAST_DAY)
        cases.set_due(self.case, day, self.login)
        return HAPPENED["due"]

    def _day(self) -> date:
        typed = text(self.form, "due")
        for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
            try:
                return datetime.strptime(typed, pattern).date()
            except ValueError:
                continue
        raise StepRefused(NO_DAY)

    def _check_seen(self) -> None:
        """Two officers at one case: the second sees first what the first has done."""
        self.is_stale = text(self.form, "seen") != self.before
        if self.is_stale:
            last = self.case.trace[-1]
            what = HAPPENED.get(last.step, last.step)
            raise StepRefused(
                _(
                    "case_changed_meanwhile",
                    default="Nothing was done: ${who} changed this case after you opened it "
                    "(${what}). It is shown as it is now; what you wrote is still here.",
                    mapping={"who": people.name_of(last.by), "what": what},
                )
            )

    def _typed(self, name: str) -> str:
        value = self.form.get(name, "")
        return value.strip() if isinstance(value, str) else ""

    def _files(self) -> list[uploads.Upload]:
        sent = self.form.get("files", [])
        sent = sent if isinstance(sent, list) else [sent]
        return [
            uploads.accept("result", one.filename, one)
            for one in sent
            if getattr(one, "filename", "")
        ]
