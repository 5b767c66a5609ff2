"""One step for many cases: each succeeds or is refused on its own, and says so."""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from eduportal import _
from eduportal import cases
from eduportal.cases import codes
from eduportal.casework import people
from eduportal.casework.words import NEEDS_REASON
from eduportal.search import text
from plone import api
from time import monotonic
from zope.i18nmessageid import Message
import transaction

ASSIGN = "assign"
PATIENCE = 12
"""Seconds after which a request begins nothing new: a proxy gives up after 60."""

NOTHING_TICKED = _("Tick at least one case first.")
NO_REASON = _("Write the reason first: every one of these applicants reads it.")
NO_OFFICER = _("Choose the officer first.")
DONE = _("Done.")
CHANGED = _(
    "This case was changed after you opened the list, so it was left alone. Look at it once more."
)
NOT_YOURS = _("The chosen officer does not handle cases of this service.")
GONE = _("This case is no longer there.")


@dataclass(frozen=True)
class Outcome:
    """What became of one case."""

    code: str
    number: int
    done: bool
    sentence: Message


@dataclass
class Report:
    """``left``: cases that nobody has come to yet; ``last``: the last number dealt with."""

    outcomes: list[Outcome] = field(default_factory=list)
    left: int = 0
    last: int = 0

    @property
    def done(self) -> list[Outcome]:
        return [one for one in self.outcomes if one.done]

    @property
    def refused(self) -> list[Outcome]:
        return [one for one in self.outcomes if not one.done]


class Decision:
    """What the form under the list sent; nothing outside the list can be named.

    The whole list is gone through by number, so that a long run is taken up where it stopped.
    """

    STEPS = ("process", "approve", "hand_over", "request_supplement", "refuse", ASSIGN)

    def __init__(self, queue) -> None:
        form = queue.request.form
        self.queue = queue
        self.step = queue.asked_step
        self.reason = str(form.get("reason", "")).strip()
        self.officer = text(form, "officer")
        self.seen = text(form, "seen")
        self.whole = bool(form.get("all"))
        ticked = form.get("case", [])
        self.numbers = {ticked} if isinstance(ticked, str) else {str(one) for one in ticked}
        self.after = _number(form)
        self.problem: Message | None = None
        self.report: Report | None = None

    def carry_out(self) -> None:
        """One sentence where nothing can be done, else a report with a sentence for each case."""
        rows = sorted(self._rows(), key=lambda row: row.number)
        self.problem = self._missing(rows)
        if self.problem is None:
            self.report = run(rows, self._do, _moment(self.seen))
            # the list below the report is made anew
            self.queue.__dict__.pop("rows", None)

    def _rows(self) -> Iterable[cases.Row]:
        if self.whole:
            return (row for row in self.queue.rows if row.number > self.after)
        return (row for row in self.queue.rows if str(row.number) in self.numbers)

    def _missing(self, rows: list) -> Message | None:
        if self.step not in self.STEPS or not rows:
            return NOTHING_TICKED
        if self.step in NEEDS_REASON and not self.reason:
            return NO_REASON
        if self.step == ASSIGN and not self.officer:
            return NO_OFFICER
        return None

    def _do(self, case: cases.Case) -> None:
        login = self.queue.login
        if self.step != ASSIGN:
            cases.step(case, self.step, actor=login, message=self.reason)
        elif not people.may_handle(self.officer, case.service_uid):
            raise cases.StepRefused(NOT_YOURS)
        else:
            cases.assign(case, self.officer, login)


def run(rows: list[cases.Row], do, seen: datetime | None, patience: float = PATIENCE) -> Report:
    """Do it with each case, in one transaction; a case that is refused is rolled back alone."""
    report, end = Report(), monotonic() + patience
    for at, row in enumerate(rows):
        if monotonic() > end:
            report.left = len(rows) - at
            break
        done, sentence = _one(row, do, seen)
        report.outcomes.append(Outcome(codes.shown(row.code), row.number, done, sentence))
        report.last = row.number
    return report


def _one(row: cases.Row, do, seen: datetime | None) -> tuple[bool, Message]:
    case = cases.by_number(api.portal.get(), row.number)
    if case is None:
        return False, GONE
    if seen is not None and case.changed > seen:
        return False, CHANGED
    undo = transaction.savepoint(optimistic=True)
    try:
        do(case)
    except cases.StepRefused as refused:
        undo.rollback()
        return False, refused.args[0]
    return True, DONE


def _number(form) -> int:
    value = text(form, "after")
    return int(value) if value.isdecimal() and len(value) < 19 else 0


def _moment(value: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
