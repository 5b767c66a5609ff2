"""The Vietnamese lunar calendar, as far as two holidays need it: Tết and the Hùng Kings' day.

Months begin on the day of the new moon in Viet Nam (UTC+7); the month that holds the winter
solstice is the eleventh. New moons after Jean Meeus, "Astronomical Algorithms", chapter 49, with
the terms that Hồ Ngọc Đức's widely used calendar takes; the sun's longitude after chapter 25.
"""

from datetime import date
from datetime import timedelta
from functools import cache
from math import floor
from math import pi
from math import radians
from math import sin

SYNODIC_MONTH = 29.530588853
ZONE_HOURS = 7
JULIAN_OF_ORDINAL = 1721425
"""``date.toordinal`` plus this is the Julian day number."""


@cache
def tet(year: int) -> date:
    """The first day of the first lunar month that falls into ``year``."""
    return _first_of_month(year, 1)


@cache
def hung_kings(year: int) -> date:
    """The tenth day of the third lunar month."""
    return _first_of_month(year, 3) + timedelta(days=9)


def _first_of_month(year: int, month: int) -> date:
    """The first day of a lunar month from 1 to 3; a leap month after the eleventh, twelfth, first
    or second moves it.
    """
    eleventh = _eleventh_month(year - 1)
    following = _eleventh_month(year)
    first = _number_of(eleventh)
    leap = None
    if following - eleventh > 365:
        leap = _leap_month(first)
    steps = month + 1
    if leap is not None and leap <= steps:
        steps += 1
    return date.fromordinal(_new_moon_day(first + steps) - JULIAN_OF_ORDINAL)


def _number_of(julian_day: int) -> int:
    """The number of the lunation that begins on a day."""
    return floor(0.5 + (julian_day - 2415021.076998695) / SYNODIC_MONTH)


def _eleventh_month(year: int) -> int:
    """The Julian day on which the month of the winter solstice of ``year`` begins."""
    end = date(year, 12, 31).toordinal() + JULIAN_OF_ORDINAL
    number = floor((end - 2415021.076998695) / SYNODIC_MONTH)
    start = _new_moon_day(number)
    if _twelfth_of_sun(start) >= 9:
        start = _new_moon_day(number - 1)
    return start


def _leap_month(first: int) -> int:
    """The place, counted from the eleventh month, of the first month without a principal term."""
    last = _twelfth_of_sun(_new_moon_day(first + 1))
    place = 1
    while place < 14:
        place += 1
        arc = _twelfth_of_sun(_new_moon_day(first + place))
        if arc == last:
            break
        last = arc
    return place - 1


def _twelfth_of_sun(julian_day: int) -> int:
    """In which twelfth of the ecliptic (0-11) the sun stands at midnight in Viet Nam."""
    t = (julian_day - 2451545.5 - ZONE_HOURS / 24) / 36525
    anomaly = radians(357.52910 + 35999.05030 * t - 0.0001559 * t**2 - 0.00000048 * t**3)
    longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t**2
    longitude += (1.914600 - 0.004817 * t - 0.000014 * t**2) * sin(anomaly)
    longitude += (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.000290 * sin(3 * anomaly)
    return floor(radians(longitude) % (2 * pi) / pi * 6)


@cache
def _new_moon_day(number: int) -> int:
    """The Julian day, in Viet Nam, of the new moon ``number`` since 1 January 1900."""
    t = number / 1236.85
    moment = 2415020.75933 + 29.53058868 * number + 0.0001178 * t**2 - 0.000000155 * t**3
    moment += 0.00033 * sin(radians(166.56 + 132.87 * t - 0.009173 * t**2))
    sun = radians(359.2242 + 29.10535608 * number - 0.0000333 * t**2 - 0.00000347 * t**3)
    moon = radians(306.0253 + 385.81691806 * number + 0.0107306 * t**2 + 0.00001236 * t**3)
    node = radians(21.2964 + 390.67050646 * number - 0.0016528 * t**2 - 0.00000239 * t**3)
    moment += (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun)
    moment += -0.4068 * sin(moon) + 0.0161 * sin(2 * moon) - 0.0004 * sin(3 * moon)
    moment += 0.0104 * sin(2 * node) - 0.0051 * sin(sun + moon) - 0.0074 * sin(sun - moon)
    moment += 0.0004 * sin(2 * node + sun) - 0.0004 * sin(2 * node - sun)
    moment += -0.0006 * sin(2 * node + moon) + 0.0010 * sin(2 * node - moon)
    moment += 0.0005 * sin(2 * moon + sun)
    moment -= -0.000278 + 0.000265 * t + 0.000262 * t**2
    return floor(moment + 0.5 + ZONE_HOURS / 24)
