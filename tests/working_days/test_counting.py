"""Terms in working days, by hand-counted examples of 2025 to 2028."""

from datetime import date
from datetime import datetime
from datetime import time
from eduportal import working_days
from eduportal.working_days import Calendar
from eduportal.working_days import lunar
from eduportal.working_days import national
from zoneinfo import ZoneInfo
import pytest

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def at(*parts):
    return datetime(*parts, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("opened", "days", "due"),
    [
        # Monday morning: Tuesday is the first day
        (at(2026, 11, 2, 9), 5, date(2026, 11, 9)),
        # received at 16:59 and at 17:00
        (at(2026, 11, 2, 16, 59), 1, date(2026, 11, 3)),
        (at(2026, 11, 2, 17), 1, date(2026, 11, 4)),
        # on a Saturday: as if on Monday
        (at(2026, 11, 7, 9), 1, date(2026, 11, 10)),
        # the Friday before Tết 2026 (16-20 February), in the morning and in the evening
        (at(2026, 2, 13, 9), 1, date(2026, 2, 23)),
        (at(2026, 2, 13, 19), 1, date(2026, 2, 24)),
        # Hùng Kings' day on a Sunday, 27 April instead, then 30 April and 1 May
        (at(2026, 4, 24, 9), 3, date(2026, 5, 4)),
        # 31 August 2026 was worked on Saturday, 22 August
        (at(2026, 8, 21, 9), 1, date(2026, 8, 22)),
        (at(2026, 8, 28, 9), 1, date(2026, 9, 3)),
        # over New Year, with the exchanged Friday and its Saturday
        (at(2025, 12, 31, 9), 6, date(2026, 1, 10)),
        # a term of no days ends when it begins, at night on the next day
        (at(2026, 11, 2, 9), 0, date(2026, 11, 2)),
        (at(2026, 11, 2, 22), 0, date(2026, 11, 3)),
    ],
)
def test_a_term_ends_on_the_day_an_office_would_write(opened, days, due):
    assert working_days.due(opened, days) == due


def test_midnight_in_viet_nam_counts_and_not_in_utc():
    """Sunday 23:30 in London is Monday morning in Ha Noi."""
    london = datetime(2026, 11, 1, 23, 30, tzinfo=ZoneInfo("UTC"))

    assert working_days.received_on(london) == date(2026, 11, 2)


def test_between_is_the_reverse_of_add():
    for days in range(0, 300, 7):
        start = date(2026, 1, 5)
        end = working_days.add(start, days)
        assert working_days.between(start, end) == days
        assert working_days.between(end, start) == -days


def test_a_negative_term_is_refused():
    with pytest.raises(ValueError, match="0 or more"):
        working_days.add(date(2026, 1, 5), -1)


def test_a_units_own_days_go_before_the_countrys():
    own = Calendar(
        rest_days=frozenset({6}),
        closed={date(2026, 11, 20): "Ngày Nhà giáo Việt Nam"},
        worked={date(2026, 11, 24): "Trực tiếp nhận hồ sơ", date(2026, 11, 22): "Chủ nhật"},
        closes=time(11, 30),
    )

    # Thursday noon is after hours: Friday is free, so Saturday is the day of receipt
    assert working_days.received_on(at(2026, 11, 19, 12), own) == date(2026, 11, 21)
    assert working_days.due(at(2026, 11, 19, 12), 3, own) == date(2026, 11, 24)
    assert working_days.due(at(2026, 11, 19, 12), 3) == date(2026, 11, 25)


def test_a_calendar_without_working_days_is_an_error_and_no_endless_loop():
    with pytest.raises(ValueError, match="no working day"):
        working_days.add(date(2029, 6, 1), 1, Calendar(rest_days=frozenset(range(7))))


def test_the_lunar_calendar_is_the_vietnamese_one():
    """In 1985 and 2007 Tết fell on another day than in China, in 2030 it will again; 2004, 2012 and
    2023 had leap months."""
    known = {
        1985: date(1985, 1, 21),
        2007: date(2007, 2, 17),
        2023: date(2023, 1, 22),
        2025: date(2025, 1, 29),
        2026: date(2026, 2, 17),
        2027: date(2027, 2, 6),
        2028: date(2028, 1, 26),
        2030: date(2030, 2, 2),
    }
    kings = {
        2004: date(2004, 4, 28),
        2012: date(2012, 3, 31),
        2023: date(2023, 4, 29),
        2025: date(2025, 4, 7),
        2026: date(2026, 4, 26),
    }

    assert {year: lunar.tet(year) for year in known} == known
    assert {year: lunar.hung_kings(year) for year in kings} == kings


def test_announced_years_are_data_and_later_ones_are_reckoned_and_say_so():
    assert national.known_years() == (2025, 2026)
    tet = [day for day, one in national.holidays(2026).items() if one.name == "Tết Nguyên đán"]
    assert tet == [date(2026, 2, day) for day in range(16, 21)]
    assert {one.origin for one in national.holidays(2025).values()} == {"law", "announced"}

    reckoned = national.holidays(2027)
    free = [day for day in reckoned if date(2027, 2, 1) <= day <= date(2027, 2, 28)]
    assert free == [date(2027, 2, day) for day in range(5, 12)]
    assert {reckoned[day].origin for day in free} == {"computed"}
    # 1 May 2027 is a Saturday
    assert reckoned[date(2027, 5, 3)].name == "Nghỉ bù Ngày Quốc tế lao động"


def test_every_year_has_the_eleven_days_of_the_labour_code():
    for year in range(2025, 2040):
        kept = national.holidays(year).values()
        free = [one for one in kept if not one.worked and not one.name.startswith("Nghỉ")]
        culture = [one for one in free if one.name == "Ngày Văn hóa Việt Nam"]
        assert len(free) - len(culture) == 11, year
        assert len(culture) == (1 if year >= 2026 else 0), year
