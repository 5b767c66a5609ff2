"""Cases are kept as long as their service says, and then deleted with their files.

Deleted is what the store no longer has; gone it is when the database was packed and the backups
that still hold it were given up (docs/cases.md).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from eduportal import audit
from eduportal.cases import store
from eduportal.cases.events import CasePurged
from eduportal.cases.find import by_number
from eduportal.cases.index import CLOSED
from eduportal.cases.index import Row
from eduportal.cases.index import holds_place
from eduportal.cases.index import rows
from eduportal.cases.index import today
from eduportal.cases.officers import facts
from eduportal.content_types.case import Case
from zope.event import notify
import calendar
import logging

log = logging.getLogger(__name__)

MONTHS = 24
"""Where the service does not say."""


@dataclass
class Purged:
    """What a run did, or would do; cases by their numbers."""

    numbers: list[int]
    files: int = 0

    def as_dict(self) -> dict:
        return {"cases": len(self.numbers), "files": self.files, "numbers": self.numbers}


def expired(portal, on: date | None = None) -> Iterator[Row]:
    """Closed cases whose months are over."""
    on = on or today()
    months: dict[str, int] = {}
    for row in rows(portal, states=CLOSED):
        uid = row.service_uid
        if uid not in months:
            months[uid] = facts(portal, uid).retention_months or MONTHS
        if row.closed_on is not None and _later(row.closed_on, months[uid]) <= on:
            yield row


def purge(portal, dry_run: bool = False, on: date | None = None) -> Purged:
    """Delete what is expired; the log and the journal get numbers and counts."""
    done = Purged([])
    for number in sorted(row.number for row in expired(portal, on)):
        case = by_number(portal, number)
        done.numbers.append(number)
        done.files += len(case.files)
        if not dry_run:
            delete(portal, case)
            log.info("%s: purged case %d", portal.getId(), number)
    if done.numbers and not dry_run:
        audit.record("case.purge", after={"cases": len(done.numbers), "files": done.files})
    return done


def erase(portal, number: int) -> bool:
    """Delete one case now, because its applicant asked for it (Luật 91/2025/QH15, Điều 14)."""
    case = by_number(portal, number)
    if case is None:
        return False
    delete(portal, case)
    audit.record("case.erase", where=str(number))
    log.info("%s: erased case %d", portal.getId(), number)
    return True


def delete(portal, case: Case) -> None:
    notify(CasePurged(case))
    kept = store.read(portal)
    row = Row(*kept["rows"].pop(case.number))
    if holds_place(row):
        store.count(kept["places"], row.service_uid, -1)
    kept["codes"].pop(case.code, None)
    kept["tokens"].pop(case.token, None)
    del kept["cases"][case.number]


def pack(app) -> bool:
    """Drop deleted cases from the file; False where cases have no database of their own."""
    database = store.root_of(app)._p_jar.db()
    if database is app._p_jar.db():
        return False
    database.pack(days=0)
    return True


def _later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))
