"""A case is opened: once for each page that was filled in, however often it is sent."""

from collections.abc import Sequence
from eduportal.cases import codes
from eduportal.cases import store
from eduportal.cases.events import CaseOpened
from eduportal.cases.find import KINDS
from eduportal.cases.find import factors
from eduportal.cases.find import wrapped
from eduportal.cases.index import now
from eduportal.cases.officers import facts_of
from eduportal.cases.terms import due_date
from eduportal.content_types.case import Applicant
from eduportal.content_types.case import Case
from eduportal.content_types.case import Entry
from eduportal.content_types.case import Trace
from eduportal.uploads import Upload
from plone import api
from zope.event import notify
import hashlib
import secrets


def receive(
    service,
    *,
    token: str,
    form,
    language: str,
    entries: Sequence[Entry],
    uploads: Sequence[Upload],
    applicant: Applicant,
    waiting: bool = False,
) -> tuple[Case, bool]:
    """Open a case of ``service``; False with the earlier case where the token has opened one.

    ``form`` is the form that was filled in. It writes in the cases' database alone. Of two
    requests with one token at the same time the second meets a conflict, is tried again by Zope
    and finds the first one's case.
    """
    portal = api.portal.get()
    kept = store.write(portal)
    uid = service.UID()
    key = hashlib.sha256(f"{uid} {token}".encode()).hexdigest()
    if key in kept["tokens"]:
        return wrapped(portal, kept["cases"][kept["tokens"][key]]), False
    case = _new(kept)
    case.token = key
    case.service_uid, case.service_title, case.form_uid = uid, service.title, form.UID()
    case.service_title_en = getattr(service, "title_en", None) or ""
    case.language = language
    case.opened = case.changed = now()
    case.due = due_date(case.opened, getattr(service, "days", None))
    case.waiting = waiting
    case.entries, case.applicant = entries, applicant
    case.add_trace(Trace(case.opened, "", "receive"))
    kept["cases"][case.number] = case
    kept["codes"][case.code] = (case.number, factors(applicant, _kinds(service)))
    kept["tokens"][key] = case.number
    if kept["services"].get(uid) != tuple(facts_of(service)):
        kept["services"][uid] = tuple(facts_of(service))
    for upload in uploads:
        case.add_file(upload, case.opened, "")
    standing = wrapped(portal, case)
    api.portal.get_tool("portal_workflow").notifyCreated(standing)
    standing.indexObject()
    notify(CaseOpened(standing))
    return standing, True


def received_before(service, token: str) -> Case | None:
    """The case that this page has opened already, so that nothing of it is checked again."""
    portal = api.portal.get()
    kept = store.read(portal)
    key = hashlib.sha256(f"{service.UID()} {token}".encode()).hexdigest()
    if kept is None or key not in kept["tokens"]:
        return None
    return wrapped(portal, kept["cases"][kept["tokens"][key]])


def _kinds(service) -> tuple[str, ...]:
    """Which second factors the service lets its cases be looked up with."""
    return tuple(getattr(service, "factors", None) or KINDS)


def _new(kept) -> Case:
    number, code = 0, ""
    while not number or number in kept["cases"]:
        number = 10**9 + secrets.randbelow(9 * 10**9)
    while not code or code in kept["codes"]:
        code = codes.new()
    case = Case(str(number))
    case.portal_type = "Case"
    case.number, case.code = number, code
    return case
