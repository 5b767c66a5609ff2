"""Cases counted by month and service: received, settled in time or late, taken back, rated.

Nothing of a person is in a tally, so that it stays when the case itself has been purged.
"""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import astuple
from dataclasses import dataclass
from dataclasses import fields
from datetime import date
from eduportal.face.dates import ZONE

SCORES = (1, 2, 3, 4, 5)


@dataclass(frozen=True)
class Tally:
    """Numbers of cases. ``no_term``: settled where the service promises no time limit; ``score_1``
    to ``score_5``: how those settled in the month were rated, 5 is the best.
    """

    received: int = 0
    in_time: int = 0
    late: int = 0
    no_term: int = 0
    withdrawn: int = 0
    score_1: int = 0
    score_2: int = 0
    score_3: int = 0
    score_4: int = 0
    score_5: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    @property
    def settled(self) -> int:
        return self.in_time + self.late + self.no_term

    @property
    def ended(self) -> int:
        """Nothing more is owed: a result, or taken back by who applied."""
        return self.settled + self.withdrawn

    @property
    def promised(self) -> int:
        """Settled cases that had a time limit: of these a share can be in time."""
        return self.in_time + self.late

    @property
    def scores(self) -> tuple[int, ...]:
        """How often each of ``SCORES`` was given."""
        return (self.score_1, self.score_2, self.score_3, self.score_4, self.score_5)

    @property
    def rated(self) -> int:
        return sum(self.scores)


FIELDS = tuple(field.name for field in fields(Tally))

Key = tuple[str, str]
"""Month (``2026-11``) and UID of a service."""


def marks(row) -> Iterator[tuple[Key, str]]:
    """What one case adds, and where: its receipt, later its end, its rating."""
    yield (_month(row.opened.astimezone(ZONE)), row.service_uid), "received"
    if row.closed_on is None:
        return
    end = (_month(row.closed_on), row.service_uid)
    yield end, _ending(row)
    if row.rating:
        yield end, f"score_{row.rating}"


def count(rows: Iterable) -> dict[Key, Tally]:
    """The tallies of all these rows of the index, in one pass."""
    found: dict[Key, dict[str, int]] = {}
    for (key, name), number in Counter(mark for row in rows for mark in marks(row)).items():
        found.setdefault(key, {})[name] = number
    return {key: Tally(**numbers) for key, numbers in found.items()}


def together(one: Mapping[Key, Tally], other: Mapping[Key, Tally]) -> dict[Key, Tally]:
    """The sums of both."""
    return {key: one.get(key, Tally()) + other.get(key, Tally()) for key in {*one, *other}}


def pending(tallies: Mapping[Key, Tally], month: str, service: str) -> int:
    """Cases of a service without an end when the month ended (or now, in the present month)."""
    past = [tally for (when, uid), tally in tallies.items() if uid == service and when <= month]
    return sum(tally.received - tally.ended for tally in past)


def _month(day: date) -> str:
    # half the time of strftime, for each of 20,000 cases
    return f"{day.year}-{day.month:02}"


def _ending(row) -> str:
    if row.state == "withdrawn":
        return "withdrawn"
    if row.due is None:
        return "no_term"
    return "in_time" if row.closed_on <= row.due else "late"
