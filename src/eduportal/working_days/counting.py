"""Terms in working days (Bộ luật Dân sự 2015, Điều 147.2 and 148.5: the first day does not count,
and a term that would end on a day of rest ends on the next working day).
"""

from datetime import date
from datetime import datetime
from datetime import timedelta
from eduportal.working_days.calendar import NATIONAL
from eduportal.working_days.calendar import Calendar
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
ONE_DAY = timedelta(days=1)
LONGEST = 3660
"""Days in a row without a working day, after which a calendar is broken: ten years."""


def add(start: date, days: int, calendar: Calendar | None = None) -> date:
    """The day that is ``days`` working days after ``start``; with 0 ``start``, or the next working
    day where it is none.
    """
    if days < 0:
        raise ValueError(f"a term has 0 or more working days, not {days}")
    if days == 0:
        return first_working_day(start, calendar)
    day = start
    for _number in range(days):
        day = first_working_day(day + ONE_DAY, calendar)
    return day


def between(start: date, end: date, calendar: Calendar | None = None) -> int:
    """Working days after ``start``, up to and including ``end``; negative where that is earlier."""
    if end < start:
        return -between(end, start, calendar)
    calendar = calendar or NATIONAL
    days = (start + timedelta(days=number) for number in range(1, (end - start).days + 1))
    return sum(calendar.is_working_day(day) for day in days)


def due(opened: datetime, days: int, calendar: Calendar | None = None) -> date:
    """The last day of a term of ``days`` for what arrived at ``opened`` (with its time zone)."""
    return add(received_on(opened, calendar), days, calendar)


def received_on(opened: datetime, calendar: Calendar | None = None) -> date:
    """The working day on which something counts as received: in the evening, the next one."""
    calendar = calendar or NATIONAL
    local = opened.astimezone(ZONE)
    day = local.date() + ONE_DAY if local.time() >= calendar.closes else local.date()
    return first_working_day(day, calendar)


def first_working_day(day: date, calendar: Calendar | None = None) -> date:
    """``day``, or the next that is worked."""
    calendar = calendar or NATIONAL
    for number in range(LONGEST):
        if calendar.is_working_day(day + timedelta(days=number)):
            return day + timedelta(days=number)
    raise ValueError(f"no working day within {LONGEST} days after {day}")
