"""One result, for who knows the case's code or the registration number, and a second factor."""

from eduportal.admissions import ledger
from eduportal.admissions import results
from eduportal.admissions.seasons import results_are_public
from eduportal.admissions.seasons import services_of_season
from eduportal.cases import Case
from eduportal.cases import Turn
from eduportal.cases import by_number
from eduportal.cases import codes
from eduportal.cases import find
from plone.uuid.interfaces import IUUID

LONGEST = 60


def look_up(portal, request, season, which: str, factor: str) -> tuple[Case | None, int]:
    """The case, and seconds to wait where too much was asked; nothing before the hour.

    ``which`` is a code or a registration number, ``factor`` a phone number or a date of birth.
    Wrong answers are counted as those of the status page are: by address and by what was asked.
    """
    if not results_are_public(season):
        return None, 0
    which, factor = which[:LONGEST], factor[:LONGEST]
    number = "" if codes.is_well_formed(which) else results.number_of(which) or which
    # what was guessed at is this number in this season
    asked = f"{IUUID(season)} {number}" if number else which
    turn = Turn(portal, request, asked, is_number=bool(number))
    wait = turn.wait()
    if wait:
        return None, wait
    found = find(portal, _code_of(portal, season, number) if number else which, factor)
    if found is not None and not _belongs(season, found):
        found = None
    turn.ended(found)
    return found, 0


def _code_of(portal, season, number: str) -> str:
    """The code of the case with this registration number; no code where there is none."""
    case_number = ledger.case_of_number(portal, season, number)
    case = by_number(portal, case_number) if case_number else None
    return case.code if case is not None else ""


def _belongs(season, case: Case) -> bool:
    services = services_of_season(season, everybody=True)
    return case.service_uid in {IUUID(service) for service in services}
