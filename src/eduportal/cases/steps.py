"""The one place in which a case changes: steps of its workflow, messages, notes, assignment."""

from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date
from eduportal import _
from eduportal.cases import terms
from eduportal.cases.events import CaseAssigned
from eduportal.cases.events import CaseMessaged
from eduportal.cases.events import CaseStepped
from eduportal.cases.index import now
from eduportal.cases.index import today
from eduportal.cases.officers import HANDLER
from eduportal.content_types.case import Case
from eduportal.content_types.case import Message
from eduportal.content_types.case import Note
from eduportal.content_types.case import Trace
from eduportal.uploads import Upload
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
from zope.event import notify

WITH_MESSAGE = ("request_supplement", "refuse", "reopen")
BY_APPLICANT = ("supplement", "withdraw")
DECISIONS = ("approve", "refuse", "withdraw")


class StepRefused(Exception):
    """The step was not made and nothing was changed; the first argument is a Message why."""


def step(
    case: Case,
    transition: str,
    *,
    actor: str,
    message: str = "",
    files: Sequence[Upload] = (),
    due: date | None = None,
    as_applicant: bool = False,
) -> None:
    """Take a step of the workflow ``case``, as the present user; ``actor`` is his login.

    ``message`` is told to the applicant (of ``approve`` it is the result, of ``refuse`` the
    reason), ``files`` with it; ``due`` sets another day for the result. ``as_applicant`` takes
    back or answers a request in the name of who has proved to be the applicant.
    """
    message = message.strip()
    if transition in WITH_MESSAGE and not message:
        raise StepRefused(_("Say why: the applicant reads it."))
    if as_applicant and transition not in BY_APPLICANT:
        raise StepRefused(_("This step is for the officers."))
    with api.env.adopt_roles([HANDLER]) if as_applicant else nullcontext():
        try:
            api.portal.get_tool("portal_workflow").doActionFor(case, transition, comment=message)
        except WorkflowException:
            raise StepRefused(
                _("This step is not possible: the case has been changed, or it is not yours.")
            ) from None
    by = "" if as_applicant else actor
    added = tuple(case.add_file(upload, now(), by) for upload in files)
    _follow(case, transition, message, added)
    if due is not None:
        case.due = due
    if (message or added) and (as_applicant or transition not in ("approve", "refuse")):
        case.add_message(Message(now(), by, message, added))
    case.add_trace(Trace(now(), by, transition))
    changed(case)
    notify(CaseStepped(case, transition, message))


def say(case: Case, text: str, files: Sequence[Upload] = (), by: str = "") -> Message:
    """A message; from the applicant where ``by`` is empty."""
    added = tuple(case.add_file(upload, now(), by) for upload in files)
    message = Message(now(), by, text.strip(), added)
    case.add_message(message)
    case.add_trace(Trace(message.when, by, "say"))
    changed(case)
    notify(CaseMessaged(case, message))
    return message


def note(case: Case, text: str, login: str) -> None:
    """An internal note."""
    case.add_note(Note(now(), login, text.strip()))
    case.add_trace(Trace(now(), login, "note"))
    changed(case)


def assign(case: Case, login: str, by: str) -> None:
    """Give the case to an officer, or to nobody (``""``)."""
    if case.assignee == login:
        return
    case.assignee = login
    case.add_trace(Trace(now(), by, "assign", login))
    changed(case)
    notify(CaseAssigned(case, login, by))


def admit(case: Case, by: str) -> None:
    """Take a case from the waiting list: it has a place now."""
    if not case.waiting:
        return
    case.waiting = False
    case.add_trace(Trace(now(), by, "admit"))
    changed(case)
    notify(CaseStepped(case, "admit", ""))


def set_due(case: Case, due: date | None, by: str) -> None:
    """Another day for the result."""
    case.due = due
    case.add_trace(Trace(now(), by, "due", due.isoformat() if due else ""))
    changed(case)


def changed(case: Case) -> None:
    """After any change of what the index shows or of what another officer may have open."""
    case.changed = now()
    case.indexObject()


def _follow(case: Case, transition: str, message: str, files: tuple[str, ...]) -> None:
    """What a step means for the term, the decision and the waiting list."""
    if transition == "request_supplement":
        terms.pause(case)
    else:
        terms.resume(case)
    if transition in ("process", "approve"):
        case.waiting = False
    if transition == "approve":
        case.result_text, case.result_files = message, files
    if transition == "refuse":
        case.reason, case.result_files = message, files
    if transition in DECISIONS:
        case.closed_on = today()
    if transition == "reopen":
        case.closed_on = None
        case.reason, case.result_text, case.result_files = "", "", ()
