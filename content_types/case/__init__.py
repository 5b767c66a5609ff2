"""One person's application (hồ sơ), kept in the database ``cases``."""

from eduportal.content_types.case.case import Case
from eduportal.content_types.case.case import ICase
from eduportal.content_types.case.case import ICaseIndex
from eduportal.content_types.case.files import CaseFile
from eduportal.content_types.case.parts import KINDS
from eduportal.content_types.case.parts import Applicant
from eduportal.content_types.case.parts import Entry
from eduportal.content_types.case.parts import Message
from eduportal.content_types.case.parts import Note
from eduportal.content_types.case.parts import Trace

__all__ = [
    "KINDS",
    "Applicant",
    "Case",
    "CaseFile",
    "Entry",
    "ICase",
    "ICaseIndex",
    "Message",
    "Note",
    "Trace",
]
