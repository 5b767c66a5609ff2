"""What officers do with a whole season: its hour, numbers, the waiting list, closing the cases."""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC
from datetime import date
from datetime import datetime
from eduportal import _
from eduportal.admissions import ledger
from eduportal.admissions import places
from eduportal.admissions import results
from eduportal.admissions.importing import noted
from eduportal.admissions.seasons import results_are_public
from eduportal.admissions.words import REPLIES
from eduportal.audit import record
from eduportal.cases import StepRefused
from eduportal.cases import admit
from eduportal.cases import by_number
from eduportal.cases import note
from eduportal.cases import rows
from eduportal.cases import step
from eduportal.face.dates import today
from itertools import islice
from zope.i18n import translate

AT_ONCE = 300
"""So many cases are closed by one press of the button; each sends a mail."""
TOO_LATE = _("No answer in time: the place is free again.")
OPEN_FOR = {
    results.ADMITTED: ("approve", ("received", "processing")),
    results.REFUSED: ("refuse", ("received", "supplement", "processing")),
}
"""The step that a published result means, and the states it is possible from."""


def set_hour(season, hour: datetime | None, enrol_until: date | None) -> None:
    """When results become public (None: not at all), and until when families answer."""
    season.results_at = hour.astimezone(UTC) if hour else None
    season.enrol_until = enrol_until
    # Pages that were made before are out of date: the catalogue tells them.
    season.reindexObject(idxs=["modified"])
    record(
        "admissions.hour",
        where=_path(season),
        after={
            "results_at": season.results_at.isoformat() if season.results_at else "",
            "enrol_until": enrol_until.isoformat() if enrol_until else "",
        },
    )


def allot_numbers(portal, season, services: Collection[str]) -> int:
    """Give a registration number to every case that has none; answers how many got one."""
    lines = ledger.lines(portal, season)
    fresh = ledger.new_numbers(portal, season)
    wanting = [
        row.number
        for row in rows(portal, services=services)
        if row.state != "withdrawn" and not (row.number in lines and lines[row.number].number)
    ]
    for number in wanting:
        case = by_number(portal, number)
        result = replace(results.result_of(case), number=next(fresh))
        ledger.keep(portal, season, case, result)
    record("admissions.numbers", where=_path(season), after={"count": len(wanting)})
    return len(wanting)


def move_up(
    portal, season, services: Collection[str], most: int, until: date | None, login: str
) -> int:
    """Admit the next of the waiting list, as many as there are places; answers how many."""
    lines = ledger.lines(portal, season)
    free = places.places(season.quota, lines).free
    opened = {
        row.number: row.opened
        for row in rows(portal, services=services)
        if row.state != "withdrawn"
    }
    moved = places.next_in_line(lines, opened)[: max(0, min(most, free))]
    for number in moved:
        case = by_number(portal, number)
        result = replace(results.result_of(case), outcome=results.ADMITTED, until=until)
        ledger.keep(portal, season, case, result)
        admit(case, login)
        note(case, noted(result, "vi"), login)
    record("admissions.moved_up", where=_path(season), after={"count": len(moved)})
    return len(moved)


def reply(portal, season, case, answer: str) -> None:
    """The family's answer: ``yes``, ``no``, or ``""`` where it is taken back at the office."""
    result = results.result_of(case)
    replied = datetime.now(UTC) if answer else None
    ledger.keep(portal, season, case, replace(result, reply=answer, replied=replied))


def answered(portal, season, case, answer: str, login: str) -> None:
    """The same, as an officer heard it."""
    reply(portal, season, case, answer)
    note(case, translate(REPLIES[answer], target_language="vi"), login)


def release(portal, season, services: Collection[str], login: str) -> int:
    """Whoever has not answered in time is taken to have declined; answers how many places.

    Nothing does so by itself: a school telephones first.
    """
    day = today()
    mine = {row.number for row in rows(portal, services=services)}
    silent = [
        case
        for case, line in ledger.lines(portal, season).items()
        if case in mine
        and line.outcome == results.ADMITTED
        and not line.reply
        and _over(line.until, season.enrol_until, day)
    ]
    for number in silent:
        case = by_number(portal, number)
        reply(portal, season, case, results.NO)
        note(case, translate(TOO_LATE, target_language="vi"), login)
    record("admissions.released", where=_path(season), after={"count": len(silent)})
    return len(silent)


def close_cases(portal, season, services: Collection[str], login: str) -> tuple[int, int]:
    """Grant or refuse the cases whose result is public; how many were and how many remain."""
    if not results_are_public(season):
        return 0, 0
    lines = ledger.lines(portal, season)
    found = [
        (row.number, OPEN_FOR[lines[row.number].outcome][0])
        for row in rows(portal, services=services)
        if row.number in lines and row.state in OPEN_FOR.get(lines[row.number].outcome, ("", ()))[1]
    ]
    done = 0
    for number, transition in islice(found, AT_ONCE):
        case = by_number(portal, number)
        try:
            step(case, transition, actor=login, message=_told(case, season))
        except StepRefused:
            continue
        done += 1
    record("admissions.closed", where=_path(season), after={"count": done})
    return done, len(found) - done


def _told(case, season) -> str:
    """What the applicant reads as the result, in the language of the application."""
    result = results.result_of(case)
    outcome = results.said(result.outcome, case.language)
    english = season.title_en if case.language == "en" else ""
    return f"{outcome}: {english or season.title}. {result.note}".strip()


def _over(own: str, common: date | None, day: date) -> bool:
    until = date.fromisoformat(own) if own else common
    return until is not None and until < day


def _path(season) -> str:
    return "/" + "/".join(season.getPhysicalPath()[2:])
