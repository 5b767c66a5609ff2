"""What a season needs of all its results at once, beside the cases in their database.

``admissions`` in the portal's store of cases: ``{season UID: {"results": {case number: tuple},
"numbers": {registration number: case number}}}``. It repeats what stands at the cases, so that
counts, the list of numbers and the search by number wake no case.
"""

from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from eduportal.admissions import results
from eduportal.admissions.results import Result
from eduportal.cases import store
from plone.uuid.interfaces import IUUID
from typing import NamedTuple
import secrets

KEY = "admissions"
DIGITS = 6


class Line(NamedTuple):
    """One case's result in short."""

    outcome: str
    reply: str
    rank: int
    number: str
    until: str
    """ISO date, or empty."""

    @property
    def holds_a_place(self) -> bool:
        return self.outcome == results.ADMITTED and self.reply != results.NO


def lines(portal, season) -> dict[int, Line]:
    """Of every case of the season that has a result or a registration number."""
    kept = _read(portal, season)
    return {} if kept is None else {case: Line(*line) for case, line in kept["results"].items()}


def case_of_number(portal, season, number: str) -> int | None:
    """The number of the case that has this registration number in the season."""
    kept = _read(portal, season)
    return None if kept is None else kept["numbers"].get(number)


def keep(portal, season, case, result: Result) -> None:
    """Store a case's result at the case, and in short here."""
    kept = _write(portal, season)
    before = results.result_of(case).number
    if before and before != result.number:
        kept["numbers"].pop(before, None)
    results.put(case, result)
    if result.number:
        kept["numbers"][result.number] = case.number
    until = result.until.isoformat() if result.until else ""
    line = Line(result.outcome, result.reply, result.rank, result.number, until)
    kept["results"][case.number] = tuple(line)


def new_numbers(portal, season) -> Iterator[str]:
    """Registration numbers nobody has; random, so that nobody counts through them."""
    kept = _write(portal, season)
    given: set[str] = set()
    while True:
        number = f"{10 ** (DIGITS - 1) + secrets.randbelow(9 * 10 ** (DIGITS - 1))}"
        if number not in kept["numbers"] and number not in given:
            given.add(number)
            yield number


def forget(portal, case) -> None:
    """A case is purged: its line goes too, in whichever season it stands."""
    store_of_portal = store.read(portal)
    for kept in store_of_portal.get(KEY, {}).values() if store_of_portal is not None else ():
        line = kept["results"].pop(case.number, None)
        if line is not None:
            kept["numbers"].pop(Line(*line).number, None)


def forget_season(portal, uid: str) -> None:
    kept = store.read(portal)
    if kept is not None and uid in kept.get(KEY, {}):
        del kept[KEY][uid]


def _read(portal, season):
    kept = store.read(portal)
    return None if kept is None else kept.get(KEY, {}).get(IUUID(season))


def _write(portal, season):
    kept = store.write(portal)
    if KEY not in kept:
        kept[KEY] = OOBTree()
    uid = IUUID(season)
    if uid not in kept[KEY]:
        kept[KEY][uid] = OOBTree({"results": LOBTree(), "numbers": OOBTree()})
    return kept[KEY][uid]
