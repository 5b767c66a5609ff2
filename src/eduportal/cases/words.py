"""What people read of a case: states, days."""

from datetime import date
from datetime import datetime
from eduportal import _
from eduportal.cases.index import ZONE
from zope.i18n import translate
from zope.i18nmessageid import Message
import re

VIETNAMESE = re.compile("[ăâđêôơưạ-ỹ]", re.IGNORECASE)

STATES: dict[str, Message] = {
    "received": _("case_state_received", default="Received"),
    "supplement": _("case_state_supplement", default="Supplement requested"),
    "processing": _("case_state_processing", default="In progress"),
    "approved": _("case_state_approved", default="Result available"),
    "refused": _("case_state_refused", default="Refused"),
    "returned": _("case_state_returned", default="Result handed over"),
    "withdrawn": _("case_state_withdrawn", default="Withdrawn"),
}
WAITING = _("case_state_waiting", default="On the waiting list")


def state_title(state: str, waiting: bool, language: str) -> str:
    """The state in the reader's language."""
    title = WAITING if waiting and state == "received" else STATES[state]
    return translate(title, target_language=language)


def tongue(text: str) -> str | None:
    """``vi`` for what was typed with Vietnamese letters: an English page says so aloud."""
    return "vi" if VIETNAMESE.search(text) else None


def shown_day(day: date | None) -> str:
    return "" if day is None else f"{day:%d/%m/%Y}"


def shown_moment(when: datetime) -> str:
    """``08:30 21/11/2026`` in Viet Nam."""
    return f"{when.astimezone(ZONE):%H:%M %d/%m/%Y}"
