"""The index of a portal's cases: a small row for each, read without waking the case itself."""

from collections.abc import Collection
from collections.abc import Iterator
from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import timedelta
from eduportal.cases import store
from eduportal.content_types.case import Case
from eduportal.vietnamese import fold
from plone import api
from typing import NamedTuple
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
OPEN = ("received", "supplement", "processing")
CLOSED = ("approved", "refused", "returned", "withdrawn")
WITHOUT_PLACE = ("refused", "withdrawn")


class Row(NamedTuple):
    """What lists show of a case; only for who may see the case."""

    number: int
    code: str
    state: str
    service_uid: str
    opened: datetime
    due: date | None
    assignee: str
    waiting: bool
    name: str
    """The applicant's."""
    words: str
    """Names of the applicant and the pupil, folded, for searching."""
    closed_on: date | None
    payment_state: str
    rating: int | None
    paused: bool
    language: str
    changed: datetime

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def decided(self) -> bool:
        return self.state in ("approved", "refused", "returned")

    def overdue(self, today: date) -> bool:
        """Past its day with no result; not while the applicant is waited for."""
        return self.is_open and not self.paused and self.due is not None and self.due < today

    @property
    def late(self) -> bool | None:
        """Whether the result came late; None while there is none or where there is no term."""
        if not self.decided or self.due is None or self.closed_on is None:
            return None
        return self.closed_on > self.due


def now() -> datetime:
    return datetime.now(UTC)


def today() -> date:
    """The day in Viet Nam."""
    return datetime.now(ZONE).date()


class Index:
    """Enters a case that stands in its portal; ``ICaseIndex``."""

    def __init__(self, case: Case) -> None:
        self.case = case

    def put(self) -> None:
        kept = store.write(api.portal.get())
        row = row_of(self.case)
        before = kept["rows"].get(row.number)
        if before == tuple(row):
            return
        kept["rows"][row.number] = tuple(row)
        held = before is not None and holds_place(Row(*before))
        if holds_place(row) != held:
            store.count(kept["places"], row.service_uid, -1 if held else 1)


def row_of(case: Case) -> Row:
    applicant = case.applicant
    names = (applicant.name, case.answer("pupil_name", ""), case.answer("applicant_name", ""))
    return Row(
        number=case.number,
        code=case.code,
        state=state_of(case),
        service_uid=case.service_uid,
        opened=case.opened,
        due=case.due,
        assignee=case.assignee,
        waiting=case.waiting,
        name=applicant.name,
        words=" | ".join(dict.fromkeys(fold(str(name)) for name in names if name)),
        closed_on=case.closed_on,
        payment_state=case.payment.get("state", ""),
        rating=case.rating,
        paused=case.paused_since is not None,
        language=case.language,
        changed=case.changed,
    )


def state_of(case: Case) -> str:
    """``received``, ``supplement``, …: the workflow's state."""
    return api.portal.get_tool("portal_workflow").getInfoFor(case, "review_state")


def rows(
    portal,
    services: Collection[str] | None = None,
    states: Collection[str] | None = None,
    assignee: str | None = None,
    waiting: bool | None = None,
    overdue: bool | None = None,
    words: str = "",
    since: date | None = None,
    until: date | None = None,
) -> Iterator[Row]:
    """The portal's cases that fit, in no order; ``services`` are UIDs, None is all of them.

    It asks nobody's permission: pass ``services=services_of(user)`` where a person reads it.
    ``since`` and ``until`` are days in Viet Nam on which the case was opened, both included.
    ``assignee`` is a login, ``""`` for cases of nobody; each word of ``words`` is to begin a word
    of a name, or all of it is a code.
    """
    kept = store.read(portal)
    if kept is None:
        return
    asked = [f" {word}" for word in fold(words).split()]
    code = "".join(char for char in words.upper() if char.isalnum()).removeprefix("HS")
    start = _beginning(since) if since else None
    end = _beginning(until + timedelta(days=1)) if until else None
    day = today()
    for stored in kept["rows"].values():
        row = Row(*stored)
        if (
            (services is None or row.service_uid in services)
            and (states is None or row.state in states)
            and (assignee is None or row.assignee == assignee)
            and (waiting is None or row.waiting == waiting)
            and (start is None or row.opened >= start)
            and (end is None or row.opened < end)
            and (overdue is None or row.overdue(day) == overdue)
            and (not asked or row.code == code or _names(row, asked))
        ):
            yield row


def _names(row: Row, asked: list[str]) -> bool:
    names = f" {row.words}"
    return all(word in names for word in asked)


def _beginning(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), ZONE)


def holds_place(row: Row) -> bool:
    return not row.waiting and row.state not in WITHOUT_PLACE
