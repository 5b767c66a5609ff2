"""One person's application (hồ sơ), kept in the database ``cases``.

A case holds plain values and objects of its own alone: a reference to content would cross from one
database into another. It is in no catalogue; what the catalogue's calls would do is done by the
adapter ``ICaseIndex`` (``eduportal.cases.index``).
"""

from BTrees.OOBTree import OOBTree
from datetime import date
from datetime import datetime
from eduportal import _
from eduportal.content_types.case.files import CaseFile
from eduportal.content_types.case.parts import Applicant
from eduportal.content_types.case.parts import Entry
from eduportal.content_types.case.parts import Message
from eduportal.content_types.case.parts import Note
from eduportal.content_types.case.parts import Trace
from persistent.mapping import PersistentMapping
from plone.dexterity.content import Item
from plone.supermodel import model
from zope import schema
from zope.interface import Interface
from zope.interface import implementer
import dataclasses


class ICase(model.Schema):
    """What one person applied for; kept in a database of its own."""

    title = schema.TextLine(title=_("Title"))


class ICaseIndex(Interface):
    """The one index in which a case is found; adapts a case that stands in its portal."""

    def put():
        """Enter the case, or what has changed of it."""


def _plain(values) -> tuple:
    """Tuples for storing: no class of the kit but the case's own is in the database."""
    return tuple(
        tuple(getattr(value, field.name) for field in dataclasses.fields(value)) for value in values
    )


@implementer(ICase)
class Case(Item):
    """One person's application (hồ sơ), kept in the database ``cases``."""

    number = 0
    """Random, the name under which officers know it; nobody else needs it."""
    code = ""
    """What the applicant follows it by, without dashes: see ``eduportal.cases.codes``."""
    token = ""
    """A hash of the token of the page that sent it."""
    service_uid = ""
    service_title = ""
    service_title_en = ""
    form_uid = ""
    language = "vi"
    opened: datetime
    """Aware, UTC."""
    changed: datetime
    due: date | None = None
    """The day in Viet Nam on which the result is due; None where the service knows no term."""
    paused_since: date | None = None
    """Since when a supplement is awaited; the term does not run."""
    closed_on: date | None = None
    """When it was granted, refused or withdrawn."""
    waiting = False
    """On the waiting list: received, and no place yet."""
    assignee = ""
    reason = ""
    """Why it was refused."""
    result_text = ""
    result_files: tuple[str, ...] = ()
    rating: int | None = None
    """What the applicant thought of it: owned by ``eduportal.satisfaction``."""

    _entries: tuple = ()
    _applicant: tuple = ()
    _messages: tuple = ()
    _notes: tuple = ()
    _trace: tuple = ()

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.files = OOBTree()
        self.payment = PersistentMapping()
        self.extra = PersistentMapping()

    def __repr__(self) -> str:
        """In a log line or a traceback nothing of a person may stand."""
        return f"<Case {self.number}>"

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(Entry(*values) for values in self._entries)

    @entries.setter
    def entries(self, entries) -> None:
        self._entries = _plain(entries)

    @property
    def applicant(self) -> Applicant:
        return Applicant(*self._applicant)

    @applicant.setter
    def applicant(self, applicant: Applicant) -> None:
        (self._applicant,) = _plain([applicant])

    @property
    def messages(self) -> tuple[Message, ...]:
        return tuple(Message(*values) for values in self._messages)

    @property
    def notes(self) -> tuple[Note, ...]:
        return tuple(Note(*values) for values in self._notes)

    @property
    def trace(self) -> tuple[Trace, ...]:
        return tuple(Trace(*values) for values in self._trace)

    def add_message(self, message: Message) -> None:
        self._messages += _plain([message])

    def add_note(self, note: Note) -> None:
        self._notes += _plain([note])

    def add_trace(self, trace: Trace) -> None:
        self._trace += _plain([trace])

    def add_file(self, upload, when: datetime, by: str) -> str:
        """Store an accepted file; its id, counted within the case."""
        file_id = f"{len(self.files) + 1:03}"
        self.files[file_id] = CaseFile(file_id, upload, when, by)
        return file_id

    def service_name(self, language: str) -> str:
        """As it was called when the case came."""
        return (self.service_title_en if language == "en" else "") or self.service_title

    def answer(self, name: str, default=None):
        """The value of the answer of that name."""
        return next((entry.value for entry in self.entries if entry.name == name), default)

    def indexObject(self) -> None:
        """Never in the catalogue: its every write empties the caches of all pages."""
        index = ICaseIndex(self, None)
        if index is not None:
            index.put()

    def reindexObject(self, idxs=None) -> None:
        self.indexObject()

    def reindexObjectSecurity(self, skip_self=False) -> None:
        """Who may see a case depends on its service alone."""

    def unindexObject(self) -> None:
        """A case leaves its index with its store: ``eduportal.cases.purge``."""
