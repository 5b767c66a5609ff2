"""The applicants of a season as its officers see them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from eduportal.admissions import ledger
from eduportal.admissions.ledger import Line
from eduportal.admissions.persons import born
from eduportal.admissions.persons import person
from eduportal.admissions.results import result_of
from eduportal.admissions.seasons import services_of_season
from eduportal.cases import Row
from eduportal.cases import by_number
from eduportal.cases import rows
from eduportal.cases import services_of
from eduportal.vietnamese import fold
from plone.uuid.interfaces import IUUID

NO_LINE = Line("", "", 0, "", "")
UNDECIDED = "none"


@dataclass(frozen=True, slots=True)
class Applicant:
    """One application: its row in the index of cases and its line in the season's ledger."""

    row: Row
    line: Line


def services_for(season, user=None) -> frozenset[str]:
    """UIDs of the season's services whose cases the user (the present one) may see."""
    of_season = {IUUID(service) for service in services_of_season(season, everybody=True)}
    return services_of(user) & of_season


def applicants(
    portal,
    season,
    services: Collection[str],
    *,
    outcome: str = "",
    state: str = "",
    words: str = "",
) -> list[Applicant]:
    """Those that fit, by name as Vietnamese lists are sorted (tên, họ, đệm).

    ``outcome`` may be ``UNDECIDED``; ``words`` are beginnings of words of a name, or a
    registration number.
    """
    lines = ledger.lines(portal, season)
    number = words.strip().upper()
    named = rows(portal, services=services, states=[state] if state else None, words=words)
    found = [Applicant(row, lines.get(row.number, NO_LINE)) for row in named]
    if number:
        known = {one.row.number for one in found}
        found += [
            Applicant(row, lines[row.number])
            for row in rows(portal, services=services, states=[state] if state else None)
            if row.number not in known
            and row.number in lines
            and lines[row.number].number == number
        ]
    if outcome:
        found = [one for one in found if (one.line.outcome or UNDECIDED) == outcome]
    return sorted(found, key=lambda one: (name_key(pupil_words(one.row)), one.row.number))


def pupil_words(row: Row) -> str:
    """The index keeps applicant and pupil; the pupil's name comes last."""
    return row.words.rpartition(" | ")[2]


def name_key(name: str) -> tuple[str, ...]:
    """``nguyen van an`` is sorted under ``an``, then ``nguyen``, then ``van``."""
    family, *rest = fold(name).split() or [""]
    given = rest.pop() if rest else family
    return (given, family, *rest)


@dataclass(frozen=True, slots=True)
class Shown:
    """A line of the list: what the case itself has to tell is read for one page alone."""

    applicant: Applicant
    name: str
    born: date | None
    points: str
    class_name: str


def shown(portal, found: Collection[Applicant]) -> list[Shown]:
    """With names and dates of birth; wakes the cases."""
    lines = []
    for one in found:
        case = by_number(portal, one.row.number)
        result = result_of(case)
        lines.append(Shown(one, person(case), born(case), result.points, result.class_name))
    return lines
