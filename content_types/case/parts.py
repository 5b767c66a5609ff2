"""What a case is made of, as plain values: nothing here refers to content or to a database."""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who applies: how to reach him, and what he proves himself with (phone or date of birth)."""

    name: str = ""
    phone: str = ""
    email: str = ""
    birth_date: date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer of the form; ``value`` is text, a number, a boolean, a date, or a list of those.

    ``kind`` is one of ``KINDS``; of a file the value is its name.
    """

    name: str
    label: str
    kind: str
    value: Any


KINDS = ("text", "lines", "date", "number", "bool", "choice", "file", "email", "phone")


@dataclass(frozen=True, slots=True)
class Message:
    """Said between the unit and the applicant; ``by`` is a login, ``""`` for the applicant.

    ``files`` are ids of the case's files.
    """

    when: datetime
    by: str
    text: str
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Said among the officers; the applicant never sees it."""

    when: datetime
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class Trace:
    """One thing that happened: ``step`` is ``receive``, a transition, or what ``detail`` explains.

    ``by`` is a login, ``""`` for the applicant and ``"*"`` for the portal itself.
    """

    when: datetime
    by: str
    step: str
    detail: str = ""
