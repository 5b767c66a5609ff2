"""What was typed on ``@@working-days``, read into days or answered with a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from eduportal import _
from eduportal.mail.text import one_line
from typing import Literal
from zope.i18nmessageid import Message

MOST_ROWS = 400
LONGEST_REASON = 120
FIRST_YEAR, LAST_YEAR = 2000, 2100
KINDS = ("closed", "worked")


@dataclass(frozen=True)
class Row:
    """One of the unit's own days as it was typed; ``error`` says what is wrong with it."""

    day: str = ""
    kind: Literal["closed", "worked"] = "closed"
    reason: str = ""
    error: Message | None = None


def rows_of(form: Mapping) -> list[Row]:
    """The rows that hold something; those that cannot be kept carry their error."""
    found: list[Row] = []
    days: set[date] = set()
    for number in range(MOST_ROWS):
        if f"day-{number}" not in form:
            break
        day = one_line(str(form[f"day-{number}"]))
        reason = one_line(str(form.get(f"reason-{number}", "")))[:LONGEST_REASON]
        kind = form.get(f"kind-{number}")
        if day:
            error = _error(day, days)
            found.append(Row(day, kind if kind in KINDS else "closed", reason, error))
    return found


def _error(typed: str, days: set[date]) -> Message | None:
    day = day_of(typed)
    if day is None:
        return _("This is no date. Write it as day/month/year, for example 20/11/2026.")
    if day in days:
        return _("This day is entered twice.")
    days.add(day)
    return None


def day_of(typed: str) -> date | None:
    """``2026-11-20``, as browsers send it, or ``20/11/2026``, as people write it."""
    parts = typed.split("-") if "-" in typed else typed.split("/")[::-1]
    try:
        day = date(*map(int, parts))
    except (TypeError, ValueError):
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
