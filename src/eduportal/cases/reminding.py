"""Each morning: what waits for an officer, in numbers alone."""

from collections import Counter
from datetime import timedelta
from eduportal import _
from eduportal import working_days
from eduportal.cases.index import Row
from eduportal.cases.index import now
from eduportal.cases.index import rows
from eduportal.cases.index import today
from eduportal.cases.letters import people
from eduportal.cases.letters import tell_officer
from eduportal.cases.officers import officers_of
from plone import api

SOON = 2
"""Working days before the term ends."""


def remind(portal) -> int:
    """Write to each officer for whom something waits; how many letters were queued."""
    soon = working_days.add(today(), SOON, working_days.calendar(portal))
    yesterday = now() - timedelta(days=1)
    waiting: dict[str, Counter] = {}
    handlers: dict[str, list[str]] = {}
    for row in rows(portal):
        said = _said(row, soon, yesterday)
        if not said:
            continue
        if row.service_uid not in handlers:
            handlers[row.service_uid] = people(officers_of(portal, row.service_uid))
        for user_id in _of(row, handlers[row.service_uid]):
            waiting.setdefault(user_id, Counter()).update(said)
    return sum(tell_officer(user_id, _summed(found)) for user_id, found in sorted(waiting.items()))


def _said(row: Row, soon, yesterday) -> list[str]:
    said = []
    if row.overdue(today()):
        said.append("overdue")
    elif row.is_open and not row.paused and row.due is not None and row.due <= soon:
        said.append("soon")
    if row.opened >= yesterday:
        said.append("new")
    elif row.is_open and row.changed >= yesterday:
        said.append("changed")
    return said


def _of(row: Row, handlers: list[str]) -> list[str]:
    """Who is told of a case: its officer, or all of the service while it has none."""
    user = api.user.get(username=row.assignee) if row.assignee else None
    return handlers if user is None else [user.getId()]


def _summed(found: Counter):
    return _(
        "case_mail_morning",
        default=(
            "New since yesterday: ${new}\nChanged since yesterday: ${changed}\n"
            "Due within two working days: ${soon}\nOverdue: ${overdue}"
        ),
        mapping={name: str(found[name]) for name in ("new", "changed", "soon", "overdue")},
    )
