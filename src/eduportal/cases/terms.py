"""The term of a case in working days; it stands still while the applicant is waited for."""

from datetime import date
from datetime import datetime
from eduportal import working_days
from eduportal.cases.index import today
from eduportal.content_types.case import Case
from plone import api


def due_date(opened: datetime, days: int | None) -> date | None:
    """The day in Viet Nam on which the result is due; None without a term."""
    if not days:
        return None
    return working_days.due(opened, days, working_days.calendar(api.portal.get()))


def pause(case: Case) -> None:
    if case.paused_since is None:
        case.paused_since = today()


def resume(case: Case) -> None:
    """The working days of waiting come on top of the term."""
    if case.paused_since is not None and case.due is not None:
        calendar = working_days.calendar(api.portal.get())
        waited = working_days.between(case.paused_since, today(), calendar)
        case.due = working_days.add(case.due, waited, calendar)
    case.paused_since = None
