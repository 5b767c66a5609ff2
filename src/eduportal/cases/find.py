"""Finding a case: by its number (officers), or by its code and a second factor (applicants)."""

from datetime import date
from eduportal.cases import codes
from eduportal.cases import store
from eduportal.content_types.case import Applicant
from eduportal.content_types.case import Case
import hmac
import re


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
    number = None if kept is None else kept["codes"].get(codes.normalise(code))
    return None if number is None else by_number(portal, number)


def find(portal, code: str, factor: str) -> Case | None:
    """The case of that code whose applicant has that phone number or date of birth.

    A wrong code costs as much as a wrong factor: both are compared against something.
    """
    case = by_code(portal, code)
    known = factors(case.applicant if case is not None else Applicant())
    asked = {phone(factor), _day(factor)} - {""}
    fits = [
        hmac.compare_digest(one.encode(), other.encode())
        for one in known or ("nobody",)
        for other in asked or ("nothing",)
    ]
    return case if any(fits) else None


def factors(applicant: Applicant) -> tuple[str, ...]:
    """What the applicant proves himself with: a phone number, a date of birth, or both."""
    born = applicant.birth_date
    known = (phone(applicant.phone), born.isoformat() if born is not None else "")
    return tuple(value for value in known if value)


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


def _day(text: str) -> str:
    """A date as people write it, as ``2019-05-31``: 31/05/2019, 31-5-2019, 2019-05-31."""
    numbers = [int(part) for part in re.findall(r"\d+", text)[:3] if len(part) <= 4]
    if len(numbers) != 3 or not re.fullmatch(r"\s*\d+\s*[-/.]\s*\d+\s*[-/.]\s*\d+\s*", text):
        return ""
    year, month, day = numbers if numbers[0] > 31 else reversed(numbers)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
