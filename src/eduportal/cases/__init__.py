"""Cases (hồ sơ): where they lie, their codes, steps, messages, status page, retention."""

from eduportal.cases import codes
from eduportal.cases.events import CaseAssigned
from eduportal.cases.events import CaseMessaged
from eduportal.cases.events import CaseOpened
from eduportal.cases.events import CasePurged
from eduportal.cases.events import CaseStepped
from eduportal.cases.find import by_code
from eduportal.cases.find import by_number
from eduportal.cases.find import find
from eduportal.cases.index import CLOSED
from eduportal.cases.index import OPEN
from eduportal.cases.index import Row
from eduportal.cases.index import row_of
from eduportal.cases.index import rows
from eduportal.cases.index import state_of
from eduportal.cases.index import today
from eduportal.cases.intake import receive
from eduportal.cases.intake import received_before
from eduportal.cases.officers import may_see
from eduportal.cases.officers import officers_of
from eduportal.cases.officers import service_of
from eduportal.cases.officers import services_of
from eduportal.cases.part import ICasePart
from eduportal.cases.parts import parts_of
from eduportal.cases.steps import StepRefused
from eduportal.cases.steps import admit
from eduportal.cases.steps import assign
from eduportal.cases.steps import changed
from eduportal.cases.steps import note
from eduportal.cases.steps import say
from eduportal.cases.steps import set_due
from eduportal.cases.steps import step
from eduportal.cases.store import places_taken
from eduportal.cases.store import take_turn
from eduportal.content_types.case import Applicant
from eduportal.content_types.case import Case
from eduportal.content_types.case import CaseFile
from eduportal.content_types.case import Entry
from eduportal.content_types.case import Upload

__all__ = [
    "CLOSED",
    "OPEN",
    "Applicant",
    "Case",
    "CaseAssigned",
    "CaseFile",
    "CaseMessaged",
    "CaseOpened",
    "CasePurged",
    "CaseStepped",
    "Entry",
    "ICasePart",
    "Row",
    "StepRefused",
    "Upload",
    "admit",
    "assign",
    "by_code",
    "by_number",
    "changed",
    "codes",
    "find",
    "may_see",
    "note",
    "officers_of",
    "parts_of",
    "places_taken",
    "receive",
    "received_before",
    "row_of",
    "rows",
    "say",
    "service_of",
    "services_of",
    "set_due",
    "state_of",
    "step",
    "take_turn",
    "today",
]
