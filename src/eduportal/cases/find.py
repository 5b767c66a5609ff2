"""Finding a case: by its number (officers), or by its code and a second factor (applicants)."""

from collections.abc import Collection
from datetime import date
from eduportal.cases import codes
from eduportal.cases import store
from eduportal.content_types.case import Applicant
from eduportal.content_types.case import Case
import hmac
import re

KINDS = ("phone", "birth_date")
NOBODY, NOTHING = "nobody has it", "nothing was given"


def wrapped(portal, case: Case) -> Case:
    """The case standing in its portal, as security and the workflow want it."""
    return case.__of__(portal)


def by_number(portal, number: int | str) -> Case | None:
    """Asks nobody's permission: see ``may_see``."""
    kept = store.read(portal)
    if kept is None or not re.fullmatch(r"\d{1,18}", str(number), re.ASCII):
        return None
    case = kept["cases"].get(int(number))
    return None if case is None else wrapped(portal, case)


def by_code(portal, code: str) -> Case | None:
    """Asks nobody's permission: applicants need ``find``."""
    kept = store.read(portal)
    known = None if kept is None else kept["codes"].get(codes.normalise(code))
    return None if known is None else by_number(portal, known[0])


def find(portal, code: str, factor: str) -> Case | None:
    """The case of that code whose applicant has that phone number or date of birth.

    A wrong code costs what a wrong factor costs: the same look into one tree, the same number of
    comparisons, and no case is loaded.
    """
    kept = store.read(portal)
    known = None if kept is None else kept["codes"].get(codes.normalise(code))
    number, right = (0, ()) if known is None else known
    asked = _two((phone(factor), day(factor)), NOTHING)
    fits = [
        hmac.compare_digest(one.encode(), other.encode())
        for one in _two(right, NOBODY)
        for other in asked
    ]
    return by_number(portal, number) if any(fits) else None


def factors(applicant: Applicant, kinds: Collection[str] = KINDS) -> tuple[str, ...]:
    """What the applicant proves himself with: a phone number, a date of birth, or both."""
    born = applicant.birth_date
    known = {
        "phone": phone(applicant.phone),
        "birth_date": born.isoformat() if born is not None else "",
    }
    return tuple(known[kind] for kind in KINDS if kind in kinds and known[kind])


def _two(values: tuple[str, ...], missing: str) -> tuple[str, str]:
    first, second, *_more = (*(value for value in values if value), missing, missing)
    return first, second


def phone(text: str) -> str:
    """A phone number in one spelling: ``+84 912-345-678`` and ``0912.345.678`` are the same."""
    if re.search(r"[^\d\s+().\-\u2010-\u2015/]", text) or "/" in text:
        return ""
    digits = re.sub(r"\D", "", text)
    for prefix in ("0084", "84"):
        if digits.startswith(prefix) and len(digits) >= len(prefix) + 8:
            digits = "0" + digits[len(prefix) :].removeprefix("0")
            break
    return digits if 8 <= len(digits) <= 15 else ""


def day(text: str) -> str:
    """A date as people write it, as ``2019-05-31``: 31/05/2019, 31-5-2019, 2019-05-31."""
    numbers = [int(part) for part in re.findall(r"\d+", text)[:3] if len(part) <= 4]
    if len(numbers) != 3 or not re.fullmatch(r"\s*\d+\s*[-/.]\s*\d+\s*[-/.]\s*\d+\s*", text):
        return ""
    year, month, day = numbers if numbers[0] > 31 else reversed(numbers)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
