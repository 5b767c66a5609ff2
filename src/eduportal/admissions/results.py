"""What was decided on one application to a season, kept at its case as plain values.

``case.extra["eduportal.admissions"]`` holds them: purging, exporting and erasing a case takes its
result along. What a season needs of all its cases at once stands in ``ledger``.
"""

from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import fields
from datetime import date
from datetime import datetime
from decimal import Decimal
from decimal import InvalidOperation
from eduportal import _
from eduportal.vietnamese import fold
from persistent.mapping import PersistentMapping
from zope.i18n import translate
import re

KEY = "eduportal.admissions"

ADMITTED, WAITING, REFUSED = "admitted", "waiting", "refused"
OUTCOMES = {
    ADMITTED: _("admission_admitted", default="Admitted"),
    WAITING: _("admission_waiting", default="On the waiting list"),
    REFUSED: _("admission_refused", default="Not admitted"),
}
WRITTEN = {
    ADMITTED: ("Trúng tuyển", "Đỗ", "Đậu", "Đạt", "Được nhận", "Admitted", "Passed"),
    WAITING: (
        "Dự bị",
        "Danh sách dự bị",
        "Danh sách chờ",
        "Chờ",
        "Waiting",
        "Waiting list",
        "On the waiting list",
    ),
    REFUSED: ("Không trúng tuyển", "Trượt", "Hỏng", "Không đạt", "Not admitted", "Refused"),
}
"""What offices write in the column of the result; the first is what the export writes."""

YES, NO = "yes", "no"
MOST_POINTS = Decimal(1000)
NUMBER = re.compile(r"[A-Z0-9][A-Z0-9./-]{0,19}")


@dataclass(frozen=True, slots=True)
class Result:
    """One application's result; ``points`` as in ``38.25``, ``rank`` on the waiting list.

    ``reply`` is the family's: ``yes``, ``no`` or ``""``; ``until`` the last day for it where it is
    not the season's.
    """

    outcome: str = ""
    points: str = ""
    class_name: str = ""
    rank: int = 0
    note: str = ""
    number: str = ""
    reply: str = ""
    replied: datetime | None = None
    until: date | None = None

    @property
    def holds_a_place(self) -> bool:
        return self.outcome == ADMITTED and self.reply != NO


NOTHING = Result()
_NAMES = tuple(field.name for field in fields(Result))


def result_of(case) -> Result:
    """The result of a case, or an empty one."""
    kept = case.extra.get(KEY, {})
    return Result(**{name: kept[name] for name in _NAMES if name in kept})


def put(case, result: Result) -> None:
    """Store it at the case; ``ledger.keep`` is what callers use."""
    case.extra[KEY] = PersistentMapping(asdict(result))


def said(outcome: str, language: str) -> str:
    """An outcome in words that the import understands too."""
    if outcome not in OUTCOMES:
        return ""
    if language == "vi":
        return WRITTEN[outcome][0]
    return translate(OUTCOMES[outcome], domain="eduportal", target_language=language)


def outcome_of(text: str) -> str | None:
    """The outcome that a cell says, in either language and without regard to marks."""
    plain = _plain(text)
    return next(
        (
            token
            for token, written in WRITTEN.items()
            if plain in {token, *(_plain(one) for one in written)}
        ),
        None,
    )


def points_of(text: str) -> str | None:
    """``"38,25"`` and ``"38.25"`` give ``"38.25"``; None for what is no number of points."""
    try:
        value = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    if not value.is_finite() or not 0 <= value <= MOST_POINTS or value.as_tuple().exponent < -3:
        return None
    return f"{value.normalize():f}"


def points_shown(points: str, language: str) -> str:
    """With a decimal comma in Vietnamese."""
    return points.replace(".", ",") if language == "vi" else points


def number_of(text: str) -> str | None:
    """A registration number as it is kept: capitals, no blanks."""
    plain = "".join(text.split()).upper()
    return plain if NUMBER.fullmatch(plain) else None


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", fold(text)))
