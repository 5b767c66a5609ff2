"""Days as people count them here: in Viet Nam, working days from Monday to Friday.

Public holidays are not known: the government sets some of them a few weeks before.
"""

from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
WEEKEND = (5, 6)


def now() -> datetime:
    """The time of day in Viet Nam."""
    return datetime.now(ZONE)


def local(moment) -> datetime:
    """A Zope ``DateTime`` in Vietnamese time."""
    return datetime.fromtimestamp(float(moment), ZONE)


def of_index(value: int) -> datetime:
    """What a date index keeps (minutes, with months of 31 days, in UTC), in Vietnamese time."""
    hours, minute = divmod(value, 60)
    days, hour = divmod(hours, 24)
    months, day = divmod(days - 1, 31)
    year, month = divmod(months - 1, 12)
    return datetime(year, month + 1, day + 1, hour, minute, tzinfo=UTC).astimezone(ZONE)


def working_days(since: date, until: date) -> int:
    """Working days after ``since``, up to and including ``until``."""
    return sum(
        (since + timedelta(days=number)).weekday() not in WEEKEND
        for number in range(1, (until - since).days + 1)
    )
