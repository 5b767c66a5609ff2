"""What an editor may write down of a season, and how it is read again."""

from dataclasses import dataclass
from datetime import date
from eduportal import _
from zope.interface import Invalid
import re

YEAR = re.compile(r"(20\d\d)\s*[-–]\s*(20\d\d)")
DAY = r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})"
MILESTONE = re.compile(rf"{DAY}(?:\s*[-–]\s*{DAY})?\s*:\s*(\S.*)")


@dataclass(frozen=True, slots=True)
class Milestone:
    """One step of the season: its first and last day, and what is done then."""

    first: date
    last: date
    text: str


def check_year(value: str) -> bool:
    """``2026-2027``: two years that follow each other."""
    found = YEAR.fullmatch(value.strip())
    if found is None or int(found[2]) != int(found[1]) + 1:
        raise Invalid(_("Write the school year as two years that follow each other: 2026-2027."))
    return True


def milestone(line: str) -> Milestone:
    """``01/06/2026 - 15/06/2026: Đăng ký trực tuyến``; raises ``ValueError`` for anything else."""
    found = MILESTONE.fullmatch(line.strip())
    if found is None:
        raise ValueError(line)
    first = _day(found[1], found[2], found[3])
    last = _day(found[4], found[5], found[6]) if found[4] else first
    if last < first:
        raise ValueError(line)
    return Milestone(first, last, found[7].strip())


def check_milestone(line: str) -> bool:
    """Each line of the calendar begins with its day or days."""
    try:
        milestone(line)
    except ValueError:
        raise Invalid(
            _(
                "admission_milestone_wrong",
                default=(
                    'Begin with the day or the days, then a colon: "01/06/2026: ..." or '
                    '"01/06/2026 - 15/06/2026: ...". Not understood: ${line}'
                ),
                mapping={"line": line},
            )
        ) from None
    return True


def _day(day: str, month: str, year: str) -> date:
    return date(int(year), int(month), int(day))
