"""What happens to cases, for mails, letters, payments and add-ons; sent by ``zope.event``.

Each comes within the transaction of what happened, after the case was changed.
"""

from dataclasses import dataclass
from eduportal.content_types.case import Case
from eduportal.content_types.case import Message


@dataclass(frozen=True)
class CaseOpened:
    """An application arrived."""

    case: Case


@dataclass(frozen=True)
class CaseStepped:
    """The case took a step of its workflow; ``message`` is what the applicant is told."""

    case: Case
    transition: str
    message: str


@dataclass(frozen=True)
class CaseMessaged:
    """The unit or the applicant said something."""

    case: Case
    message: Message


@dataclass(frozen=True)
class CaseAssigned:
    """The case was given to an officer; ``by`` gave it."""

    case: Case
    login: str
    by: str


@dataclass(frozen=True)
class CasePurged:
    """A case is about to be deleted for good."""

    case: Case
