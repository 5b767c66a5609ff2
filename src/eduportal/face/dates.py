"""Dates as Vietnamese offices write them, and in English for English pages."""

from datetime import date
from datetime import datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NEVER = 1970
"""Plone gives content that was never published a date in 1969."""

VI_DAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
EN_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
EN_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def today() -> date:
    return datetime.now(ZONE).date()


def in_words(day: date, language: str) -> str:
    """``Thứ Bảy, ngày 21 tháng 11 năm 2026`` or ``Saturday, 21 November 2026``."""
    if language == "en":
        return f"{EN_DAYS[day.weekday()]}, {day.day} {EN_MONTHS[day.month - 1]} {day.year}"
    return f"{VI_DAYS[day.weekday()]}, ngày {day.day} tháng {day.month} năm {day.year}"


def published_on(brain) -> date | None:
    """The day a catalogue entry was published, in Vietnam; None before that."""
    return day_of(brain.effective)


def day_of(moment) -> date | None:
    """The day of a moment in Viet Nam, of either kind; None for Plone's "never"."""
    if not moment:
        return None
    if not isinstance(moment, datetime):
        if moment.year() <= NEVER:
            return None
        # through UTC: asdatetime gives the zone of Viet Nam as it was before 1906, +07:07
        moment = moment.toZone("UTC").asdatetime()
    return moment.astimezone(ZONE).date()


def short(day: date | None) -> str:
    """``21/11/2026``."""
    return f"{day:%d/%m/%Y}" if day else ""
