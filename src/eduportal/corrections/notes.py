"""The corrections of an item (đính chính), kept beside it under ``eduportal.corrections``."""

from Acquisition import aq_base
from datetime import UTC
from datetime import date
from datetime import datetime
from eduportal.audit import record
from eduportal.vietnamese import nfc
from plone import api
from plone.dexterity.interfaces import IDexterityContent
from plone.indexer import indexer
from typing import NamedTuple
from zoneinfo import ZoneInfo
from zope.annotation.interfaces import IAnnotations
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

KEY = "eduportal.corrections"
HERE = ZoneInfo("Asia/Ho_Chi_Minh")
LONGEST = 2000


class Note(NamedTuple):
    """One correction: ``by`` is the id of the member who made it, ``at`` is local time."""

    text: str
    at: datetime
    by: str

    @property
    def paragraphs(self) -> list[str]:
        return [line for line in self.text.splitlines() if line.strip()]


def notes(content) -> list[Note]:
    """The corrections of an item, the newest first."""
    kept = _kept(content)
    return [Note(one["text"], one["at"].astimezone(HERE), one["by"]) for one in reversed(kept)]


def add(content, text: str) -> None:
    """Add a correction in the name of whoever is signed in."""
    note = {
        "text": nfc(text).strip()[:LONGEST],
        "at": datetime.now(UTC),
        "by": api.user.get_current().getId() or "",
    }
    _keep(content, (*_kept(content), note))
    record("correction.add", where=_path(content), after=note["text"])


def remove(content, at: str) -> None:
    """Take back the correction made at a moment (ISO 8601, as the page has it)."""
    kept = _kept(content)
    gone = [one for one in kept if _moment(one) == at]
    if gone:
        _keep(content, tuple(one for one in kept if one not in gone))
        record("correction.remove", where=_path(content), before=gone[0]["text"])


def forget(content, event) -> None:
    """A copy is a text of its own: the corrections were made to the original."""
    annotations = IAnnotations(content, {})
    if KEY in annotations:
        del annotations[KEY]


def _moment(one: dict) -> str:
    return one["at"].astimezone(HERE).isoformat()


def _path(content) -> str:
    portal = api.portal.get()
    return f"/{'/'.join(content.getPhysicalPath()[len(portal.getPhysicalPath()) :])}"


def _kept(content) -> tuple[dict, ...]:
    return IAnnotations(aq_base(content), {}).get(KEY, ())


def _keep(content, kept: tuple[dict, ...]) -> None:
    if kept == _kept(content):
        return
    IAnnotations(content)[KEY] = kept
    notify(ObjectModifiedEvent(content))


@indexer(IDexterityContent)
def edu_corrected_on(content) -> date:
    """Metadata for lists: the day of the newest correction."""
    found = notes(content)
    if not found:
        raise AttributeError("edu_corrected_on")
    return found[0].at.date()
