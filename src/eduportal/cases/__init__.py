"""Cases (hồ sơ): where they lie, their codes, steps, messages, status page, retention."""

from eduportal.cases import codes
from eduportal.cases import proof
from eduportal.cases import store
from eduportal.cases.device import remember_device
from eduportal.cases.events import CaseAssigned
from eduportal.cases.events import CaseMessaged
from eduportal.cases.events import CaseOpened
from eduportal.cases.events import CasePurged
from eduportal.cases.events import CaseStepped
from eduportal.cases.find import by_code
from eduportal.cases.find import by_number
from eduportal.cases.find import day
from eduportal.cases.find import find
from eduportal.cases.find import phone
from eduportal.cases.groups import ensure_groups
from eduportal.cases.groups import remove_office
from eduportal.cases.guard import Turn
from eduportal.cases.guard import look_up
from eduportal.cases.index import CLOSED
from eduportal.cases.index import OPEN
from eduportal.cases.index import Row
from eduportal.cases.index import row_of
from eduportal.cases.index import rows
from eduportal.cases.index import state_of
from eduportal.cases.index import today
from eduportal.cases.intake import receive
from eduportal.cases.intake import received_before
from eduportal.cases.officers import facts
from eduportal.cases.officers import handles
from eduportal.cases.officers import may_see
from eduportal.cases.officers import officers_of
from eduportal.cases.officers import service_of
from eduportal.cases.officers import services_of
from eduportal.cases.part import ICasePart
from eduportal.cases.parts import parts_of
from eduportal.cases.personal import export
from eduportal.cases.places import address as status_address
from eduportal.cases.receipt import render_receipt
from eduportal.cases.reminding import remind
from eduportal.cases.retention import erase
from eduportal.cases.retention import pack
from eduportal.cases.retention import purge
from eduportal.cases.steps import StepRefused
from eduportal.cases.steps import admit
from eduportal.cases.steps import assign
from eduportal.cases.steps import changed
from eduportal.cases.steps import note
from eduportal.cases.steps import say
from eduportal.cases.steps import set_due
from eduportal.cases.steps import step
from eduportal.cases.store import forget
from eduportal.cases.store import places_taken
from eduportal.cases.store import root_of
from eduportal.cases.store import take_turn
from eduportal.cases.words import STATES
from eduportal.cases.words import shown_day
from eduportal.cases.words import shown_moment
from eduportal.cases.words import state_title
from eduportal.cases.words import tongue
from eduportal.content_types.case import Applicant
from eduportal.content_types.case import Case
from eduportal.content_types.case import CaseFile
from eduportal.content_types.case import Entry
from eduportal.uploads import Upload

__all__ = [
    "Applicant",
    "CLOSED",
    "Case",
    "CaseAssigned",
    "CaseFile",
    "CaseMessaged",
    "CaseOpened",
    "CasePurged",
    "CaseStepped",
    "Entry",
    "ICasePart",
    "OPEN",
    "Row",
    "STATES",
    "StepRefused",
    "Turn",
    "Upload",
    "admit",
    "assign",
    "by_code",
    "by_number",
    "changed",
    "codes",
    "day",
    "ensure_groups",
    "erase",
    "export",
    "facts",
    "find",
    "forget",
    "handles",
    "look_up",
    "may_see",
    "note",
    "officers_of",
    "pack",
    "parts_of",
    "phone",
    "places_taken",
    "proof",
    "purge",
    "receive",
    "received_before",
    "remember_device",
    "remind",
    "remove_office",
    "render_receipt",
    "root_of",
    "row_of",
    "rows",
    "say",
    "service_of",
    "services_of",
    "set_due",
    "shown_day",
    "shown_moment",
    "state_of",
    "state_title",
    "status_address",
    "step",
    "store",
    "take_turn",
    "today",
    "tongue",
]
