"""Working days (ngày làm việc): the holiday calendar and the terms counted by it."""

from eduportal.working_days.calendar import Calendar
from eduportal.working_days.counting import add
from eduportal.working_days.counting import between
from eduportal.working_days.counting import due
from eduportal.working_days.counting import received_on
from eduportal.working_days.national import Holiday
from eduportal.working_days.national import holidays
from eduportal.working_days.settings import calendar

__all__ = [
    "Calendar",
    "Holiday",
    "add",
    "between",
    "calendar",
    "due",
    "holidays",
    "received_on",
]
