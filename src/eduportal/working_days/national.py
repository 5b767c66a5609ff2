"""The country's public holidays (Bộ luật Lao động 2019, Điều 111 and 112), year by year.

``data/<year>.toml`` holds what is known. ``origin`` of a day: ``law`` (fixed by Điều 112, or the
rest day that Điều 111 gives in its place), ``announced`` (the yearly announcement: which days of
Tết, exchanged days), ``computed`` (this project's reckoning until an announcement is known). Years
without a file are reckoned.
"""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from eduportal.working_days import lunar
from functools import cache
from importlib.resources import files
from typing import Literal
import tomllib

Origin = Literal["law", "announced", "computed"]
WEEKEND = (5, 6)
CULTURE_DAY_SINCE = 2026
"""Nghị quyết 80-NQ/TW: 24 November is Ngày Văn hóa Việt Nam, a day off."""

FIXED = (
    (1, 1, "Tết Dương lịch", "New Year"),
    (4, 30, "Ngày Chiến thắng", "Reunification Day"),
    (5, 1, "Ngày Quốc tế lao động", "International Labour Day"),
    (9, 2, "Quốc khánh", "National Day"),
)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day that the country keeps otherwise than its weekday says; ``worked``: a make-up day."""

    day: date
    name: str
    name_en: str
    origin: Origin
    worked: bool = False


@cache
def holidays(year: int) -> dict[date, Holiday]:
    """All days of ``year`` that are not what their weekday says, in order."""
    known = _read(year) if year in known_years() else _reckoned(year)
    return {one.day: one for one in sorted(known, key=lambda one: one.day)}


@cache
def known_years() -> tuple[int, ...]:
    """Years with a file of data."""
    names = (entry.name for entry in files(__package__).joinpath("data").iterdir())
    return tuple(sorted(int(name[:4]) for name in names if name.endswith(".toml")))


def _read(year: int) -> list[Holiday]:
    text = files(__package__).joinpath("data", f"{year}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    if data["year"] != year:
        raise ValueError(f"{year}.toml is about the year {data['year']}")
    return [
        Holiday(day, entry["name"], entry["name_en"], _origin(entry["origin"], year), worked)
        for key, worked in (("closed", False), ("open", True))
        for entry in data.get(key, [])
        for day in entry["days"]
    ]


def _origin(value: str, year: int) -> Origin:
    if value not in ("law", "announced", "computed"):
        raise ValueError(f"{year}.toml: origin {value!r}; law, announced and computed are known")
    return value


def _reckoned(year: int) -> list[Holiday]:
    """Điều 112.1, and Điều 111.3: who loses a rest day to a holiday rests on the next working day.

    The announcement decides between one and two days of Tết before the first of the year, and
    between 1 and 3 September; reckoned as one day before and the day before, as mostly.
    """
    found = [
        Holiday(date(year, month, day), name, english, "law") for month, day, name, english in FIXED
    ]
    tet = lunar.tet(year)
    found += [
        Holiday(tet + timedelta(days=offset), "Tết Nguyên đán", "Lunar New Year (Tết)", "computed")
        for offset in range(-1, 4)
    ]
    kings = ("Giỗ Tổ Hùng Vương", "Hùng Kings' Commemoration Day")
    found.append(Holiday(lunar.hung_kings(year), *kings, "computed"))
    found.append(Holiday(date(year, 9, 1), "Quốc khánh", "National Day", "computed"))
    if year >= CULTURE_DAY_SINCE:
        culture = ("Ngày Văn hóa Việt Nam", "Vietnamese Culture Day")
        found.append(Holiday(date(year, 11, 24), *culture, "computed"))
    return found + _instead(found)


def _instead(found: list[Holiday]) -> list[Holiday]:
    """For each holiday on a Saturday or Sunday the next day that is neither rest nor holiday."""
    taken = {one.day for one in found}
    given = []
    for one in sorted(found, key=lambda one: one.day):
        if one.day.weekday() not in WEEKEND:
            continue
        day = one.day
        while day in taken or day.weekday() in WEEKEND:
            day += timedelta(days=1)
        taken.add(day)
        name, english = f"Nghỉ bù {one.name}", f"In place of {one.name_en}"
        given.append(Holiday(day, name, english, "computed"))
    return given
