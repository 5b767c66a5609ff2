"""What an officer asks the queue for."""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from eduportal import _
from eduportal import cases
from eduportal.casework.lists import WORKLISTS
from eduportal.search import number
from eduportal.search import text
from urllib.parse import urlencode
from zope.i18nmessageid import Message

NOBODY = "-"
"""In place of a login: cases that nobody has taken yet."""

SORTS: dict[str, tuple[Message, Callable]] = {
    "due": (_("Soonest due first"), lambda row: (row.due or date.max, row.opened)),
    "oldest": (_("Oldest first"), lambda row: row.opened),
    "newest": (_("Newest first"), lambda row: -row.opened.timestamp()),
}


@dataclass(frozen=True)
class Asked:
    """``words`` are of a name or a code: they travel in the body of a POST, never in an address."""

    worklist: str = "open"
    service: str = ""
    state: str = ""
    assignee: str = ""
    words: str = ""
    since: date | None = None
    until: date | None = None
    sort: str = "due"
    start: int = 0

    @classmethod
    def of(cls, form: Mapping, in_body: bool) -> "Asked":
        """What a form says, as far as it makes sense."""
        chosen, state, sort = text(form, "worklist"), text(form, "state"), text(form, "sort")
        return cls(
            worklist=chosen if chosen in WORKLISTS else "open",
            service=text(form, "service"),
            state=state if state in cases.STATES else "",
            assignee=text(form, "assignee"),
            words=text(form, "words") if in_body else "",
            since=_day(form, "since"),
            until=_day(form, "until"),
            sort=sort if sort in SORTS else "due",
            start=number(form, "start"),
        )

    @property
    def fields(self) -> dict[str, str]:
        """What a form repeats to ask for the same list again."""
        values = {name: str(value or "") for name, value in vars(self).items() if name != "start"}
        return {name: value for name, value in values.items() if value}

    @property
    def query(self) -> str:
        """For an address: nothing that a person typed."""
        return urlencode({name: value for name, value in self.fields.items() if name != "words"})

    @property
    def narrowed(self) -> bool:
        """Whether anything but a list is asked for."""
        return bool(set(self.fields) - {"worklist", "sort"})

    def rows(self, portal, services: frozenset[str], login: str) -> list[cases.Row]:
        """The rows that fit, in order; ``services`` are those whose cases the person may see."""
        holds, today = WORKLISTS[self.worklist].holds, cases.today()
        _title, key = SORTS[self.sort]
        return sorted(
            (row for row in self._rows(portal, services) if holds(row, login, today)), key=key
        )

    def _rows(self, portal, services: frozenset[str]) -> Iterator[cases.Row]:
        return cases.rows(
            portal,
            services=services & {self.service} if self.service else services,
            states=[self.state] if self.state else None,
            assignee=self.assignee.removeprefix(NOBODY) if self.assignee else None,
            words=self.words,
            since=self.since,
            until=self.until,
        )


def _day(form: Mapping, name: str) -> date | None:
    """``2026-11-21``, as date fields send it, or ``21/11/2026``, as people type it."""
    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text(form, name), pattern).date()
        except ValueError:
            continue
    return None
