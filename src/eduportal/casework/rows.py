"""One line of the queue, in words."""

from datetime import date
from eduportal import _
from eduportal import cases
from eduportal import working_days
from eduportal.cases import STATES
from eduportal.cases import codes
from plone import api
from zope.i18nmessageid import Message


class Term:
    """When a result is due, of a row; ``late`` marks what is to stand out."""

    def __init__(self, row: cases.Row) -> None:
        self.row = row
        self.today = cases.today()

    @property
    def late(self) -> bool:
        return self.row.overdue(self.today) or bool(self.row.late)

    @property
    def sentence(self) -> Message:
        """Said in words: a colour alone tells nobody who cannot see it."""
        row = self.row
        if row.closed_on is not None:
            return self._closed()
        if row.due is None:
            return _("No time limit")
        day = {"day": cases.shown_day(row.due)}
        if row.paused:
            return _(
                "case_paused_until",
                default="The term stands still until the applicant answers (due on ${day})",
                mapping=day,
            )
        if row.due < self.today:
            return _(
                "case_overdue",
                default="Overdue by ${days} working days (due on ${day})",
                mapping={"days": self._days_late(self.today), **day},
            )
        if row.due == self.today:
            return _("case_due_today", default="Due today, ${day}", mapping=day)
        return _("case_due", default="Due on ${day}", mapping=day)

    def _closed(self) -> Message:
        day = {"day": cases.shown_day(self.row.closed_on)}
        if self.row.late:
            return _(
                "case_settled_late",
                default="Settled on ${day}, ${days} working days late",
                mapping={"days": self._days_late(self.row.closed_on), **day},
            )
        return _("case_settled", default="Settled on ${day}", mapping=day)

    def _days_late(self, until: date) -> int:
        calendar = working_days.calendar(api.portal.get())
        return max(1, working_days.between(self.row.due, until, calendar))


class Line:
    """A case as the queue shows it; nothing but its row of the index is read.

    ``service`` and ``assignee`` are names, ``""`` where there is none.
    """

    def __init__(
        self, row: cases.Row, url: str, service: str, assignee: str | Message = ""
    ) -> None:
        self.row = row
        self.url = url
        self.service = service
        self.assignee = assignee
        self.term = Term(row)

    @property
    def number(self) -> int:
        return self.row.number

    @property
    def name(self) -> str | Message:
        return self.row.name or _("Applicant without a name")

    @property
    def code(self) -> str:
        return codes.shown(self.row.code)

    @property
    def state(self) -> Message:
        return STATES[self.row.state]

    @property
    def opened(self) -> str:
        return cases.shown_moment(self.row.opened)
