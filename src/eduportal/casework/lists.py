"""What waits at the officers' desk, as questions to one row of the cases' index."""

from collections.abc import Callable
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from eduportal import _
from eduportal.cases import Row
from zope.i18nmessageid import Message

READY = ("approved", "refused")
SOON = timedelta(days=3)


@dataclass(frozen=True)
class Worklist:
    """``holds``: whether a row is in the list of the officer with that login, today.

    ``of_closed``: whether a case that is closed can be in it at all. Most are, and nobody asks each
    of them nine questions.
    """

    id: str
    title: Message
    holds: Callable[[Row, str, date], bool]
    of_closed: bool = False


def _soon(row: Row, today: date) -> bool:
    """While a supplement is awaited the term stands still."""
    due = row.is_open and not row.paused and row.due
    return bool(due) and today <= due <= today + SOON


WORKLISTS = {
    one.id: one
    for one in (
        Worklist("open", _("To be handled"), lambda row, login, today: row.is_open),
        Worklist("overdue", _("Overdue cases"), lambda row, login, today: row.overdue(today)),
        Worklist("soon", _("Due within three days"), lambda row, login, today: _soon(row, today)),
        Worklist(
            "mine",
            _("Assigned to me"),
            lambda row, login, today: row.is_open and row.assignee == login,
        ),
        Worklist(
            "nobodys",
            _("Assigned to nobody"),
            lambda row, login, today: row.is_open and not row.assignee,
        ),
        Worklist(
            "waiting",
            _("On the waiting list"),
            lambda row, login, today: row.is_open and row.waiting,
        ),
        Worklist(
            "supplement",
            _("Waiting for the applicant"),
            lambda row, login, today: row.state == "supplement",
        ),
        Worklist(
            "ready",
            _("Result to be handed over"),
            lambda row, login, today: row.state in READY,
            of_closed=True,
        ),
        Worklist("all", _("All cases"), lambda row, login, today: True, of_closed=True),
    )
}


def counts(rows: Iterable[Row], login: str, today: date) -> dict[str, int]:
    """How many of the rows each list holds."""
    found = dict.fromkeys(WORKLISTS, 0)
    of_open = tuple(WORKLISTS.values())
    of_closed = tuple(one for one in of_open if one.of_closed)
    for row in rows:
        for one in of_open if row.is_open else of_closed:
            if one.holds(row, login, today):
                found[one.id] += 1
    return found
