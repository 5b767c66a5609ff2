"""Which days are worked: weekly rest, public holidays, what a unit keeps otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import time
from eduportal.working_days.national import Holiday
from eduportal.working_days.national import holidays

SATURDAY_AND_SUNDAY = frozenset({5, 6})
END_OF_DAY = time(17)


@dataclass(frozen=True, slots=True)
class Calendar:
    """``rest_days`` count from 0, Monday. ``closed`` and ``worked`` are the unit's own days, with
    their reasons; they go before the national ones. What arrives at ``closes`` or later counts as
    received on the next working day.
    """

    rest_days: frozenset[int] = SATURDAY_AND_SUNDAY
    closed: Mapping[date, str] = field(default_factory=dict)
    worked: Mapping[date, str] = field(default_factory=dict)
    closes: time = END_OF_DAY

    def is_working_day(self, day: date) -> bool:
        if day in self.worked:
            return True
        if day in self.closed:
            return False
        national = self.holiday(day)
        if national is not None:
            return national.worked
        return day.weekday() not in self.rest_days

    def holiday(self, day: date) -> Holiday | None:
        """What the whole country keeps on a day, if anything."""
        return holidays(day.year).get(day)


NATIONAL = Calendar()
"""Saturday and Sunday free, the country's holidays, until 17:00."""
