"""How many places of a season are taken, and who comes next from the waiting list."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from eduportal.admissions import results
from eduportal.admissions.ledger import Line


@dataclass(frozen=True, slots=True)
class Places:
    """Counts of one season; ``quota`` is None where the season names none."""

    quota: int | None
    admitted: int
    waiting: int
    refused: int
    confirmed: int
    declined: int
    silent: int
    """Admitted and without an answer of the family."""

    @property
    def free(self) -> int:
        """Places that somebody of the waiting list can have."""
        held = self.admitted - self.declined
        return max(0, self.quota - held) if self.quota is not None else self.declined


def places(quota: int | None, lines: Mapping[int, Line]) -> Places:
    """Counted from the ledger; ``quota`` is the season's."""
    outcomes = Counter(line.outcome for line in lines.values())
    replies = Counter(line.reply for line in lines.values() if line.outcome == results.ADMITTED)
    return Places(
        quota=quota,
        admitted=outcomes[results.ADMITTED],
        waiting=outcomes[results.WAITING],
        refused=outcomes[results.REFUSED],
        confirmed=replies[results.YES],
        declined=replies[results.NO],
        silent=replies[""],
    )


def next_in_line(lines: Mapping[int, Line], opened: Mapping[int, object]) -> list[int]:
    """Cases on the waiting list as they move up: by rank, then by when they were received.

    ``opened`` is ``{case number: moment}``; who has no rank comes after those who have one.
    """
    waiting = [
        (line.rank or float("inf"), opened[case], case)
        for case, line in lines.items()
        if line.outcome == results.WAITING and case in opened
    ]
    return [case for _rank, _opened, case in sorted(waiting)]
