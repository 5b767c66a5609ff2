"""One month of a portal's cases as it may be published: by service, small numbers in one sum."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from eduportal.casework.small_numbers import LEAST
from eduportal.casework.small_numbers import hidden
from eduportal.casework.tallies import Key
from eduportal.casework.tallies import Tally
from eduportal.casework.tallies import pending


@dataclass(frozen=True)
class Line:
    """A service's month, or that of several in one (``service`` is "" then).

    ``pending``: cases without an end when the month ended; ``shows_rating``: enough answers for it.
    """

    service: str
    tally: Tally
    pending: int
    shows_rating: bool = False

    @property
    def size(self) -> int:
        """How many cases the line tells about."""
        return self.pending + self.tally.ended


@dataclass(frozen=True)
class Month:
    """``lines``: services of which enough is known; ``rest``: all others in one; ``total``: all.

    ``total`` is None in a month with fewer cases than may be told.
    """

    lines: tuple[Line, ...]
    rest: Line | None
    total: Line | None


def month(tallies: Mapping[Key, Tally], name: str, named: frozenset[str]) -> Month:
    """The month ``2026-11``; a service outside ``named`` (hidden, deleted) is never told apart."""
    services = {service for _month, service in tallies}
    lines = {
        service: Line(service, tallies.get((name, service), Tally()), left)
        for service in sorted(services)
        for left in [pending(tallies, name, service)]
    }
    sizes = {service: line.size for service, line in lines.items()}
    if sum(sizes.values()) < LEAST:
        return Month((), None, None)
    pooled = hidden(sizes, also=frozenset(services - named))
    shown = [line for key, line in lines.items() if line.size and key not in pooled]
    rest = _sum(lines[key] for key in pooled) if pooled else None
    total = _sum(lines.values())
    return _with_ratings(shown, rest, total)


def _with_ratings(shown: list[Line], rest: Line | None, total: Line) -> Month:
    """A rating stands where at least five people gave one, in the line and in what is left over."""
    lines = [*shown, *([rest] if rest else [])]
    silent = hidden({line.service: line.tally.rated for line in lines})
    marked = [
        replace(line, shows_rating=bool(line.tally.rated) and line.service not in silent)
        for line in lines
    ]
    return Month(
        tuple(line for line in marked if line.service),
        next((line for line in marked if not line.service), None),
        replace(total, shows_rating=total.tally.rated >= LEAST),
    )


def _sum(lines) -> Line:
    tally, left = Tally(), 0
    for line in lines:
        tally, left = tally + line.tally, left + line.pending
    return Line("", tally, left)
