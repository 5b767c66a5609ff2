"""Mails about cases. Their subjects and words are the same for everybody: no name, no answer.

Only the receipt tells the code. Where the status page is, is in each of them; what it says stands
there alone.
"""

from collections.abc import Mapping
from eduportal import _
from eduportal.accounts import is_off
from eduportal.cases import codes
from eduportal.cases.events import CaseAssigned
from eduportal.cases.events import CaseMessaged
from eduportal.cases.events import CaseOpened
from eduportal.cases.events import CaseStepped
from eduportal.cases.officers import officers_of
from eduportal.cases.places import path
from eduportal.cases.steps import BY_APPLICANT
from eduportal.cases.words import shown_day
from eduportal.content_types.case import Case
from eduportal.mail.letters import letter
from eduportal.mail.letters import send
from eduportal.mail.letters import sender
from eduportal.mail.links import base_url
from eduportal.mail.text import is_address
from eduportal.safety import limits
from eduportal.units.settings import unit_of
from plone import api
from zope.i18n import translate
from zope.i18nmessageid import Message
import transaction

HOUR, DAY = 3600, 86400
RECEIPTS_PER_MAILBOX = (10, DAY)
"""Of this process: nobody is to be flooded by applications, and withdrawals, in his name."""
NEWS_PER_SERVICE = (1, HOUR)
"""Officers hear at once that something has come, and of the rest in the morning."""
written = limits.Limiter()

TOLD = {
    "request_supplement": _(
        "case_mail_request_supplement",
        default="The office asks you for something; please answer on the status page.",
    ),
    "approve": _("case_mail_approve", default="The result of your application is there."),
    "refuse": _("case_mail_refuse", default="Your application has been decided."),
    "reopen": _("case_mail_reopen", default="Your application is being looked at again."),
    "withdraw": _("case_mail_withdraw", default="Your application has been withdrawn."),
    "admit": _(
        "case_mail_admit", default="A place has become free: your application waits no longer."
    ),
}
"""What the applicant is told of a step; of the others he reads on the status page."""


def opened(event: CaseOpened) -> None:
    case = event.case
    _to_applicant(case, _received(case), RECEIPTS_PER_MAILBOX)
    news = ("news", api.portal.get().getId(), case.service_uid)
    if not written.wait(news, *NEWS_PER_SERVICE):
        _to_officers(case)
        _count(news, NEWS_PER_SERVICE)


def stepped(event: CaseStepped) -> None:
    if event.transition in TOLD:
        most = RECEIPTS_PER_MAILBOX if event.transition in BY_APPLICANT else None
        _to_applicant(event.case, TOLD[event.transition], most)


def messaged(event: CaseMessaged) -> None:
    if event.message.by:
        _to_applicant(event.case, _("case_mail_message", default="The office has written to you."))


def assigned(event: CaseAssigned) -> None:
    """Whoever takes a case himself knows it."""
    if event.login and event.login != event.by:
        user = api.user.get(username=event.login)
        if user is not None:
            text = _("case_mail_assigned", default="A case has been assigned to you.")
            tell_officer(user.getId(), text)


def _received(case: Case) -> Message:
    values = {"code": codes.shown(case.code), "due": shown_day(case.due)}
    if case.waiting:
        return _(
            "case_mail_waiting",
            default=(
                "Your application has arrived and is on the waiting list.\n\n"
                "Code of the case: ${code}\nKeep it: with it you follow the case."
            ),
            mapping=values,
        )
    if case.due is None:
        return _(
            "case_mail_received",
            default=(
                "Your application has arrived.\n\n"
                "Code of the case: ${code}\nKeep it: with it you follow the case."
            ),
            mapping=values,
        )
    return _(
        "case_mail_received_due",
        default=(
            "Your application has arrived. The result is due on ${due}.\n\n"
            "Code of the case: ${code}\nKeep it: with it you follow the case."
        ),
        mapping=values,
    )


def _to_applicant(case: Case, text: Message, most: tuple[int, int] | None = None) -> None:
    address = case.applicant.email
    receiver = ("receipt", limits.visitor(_mailbox(address)))
    if not is_address(address) or (most is not None and written.wait(receiver, *most)):
        return
    subject = _("case_mail_subject", default="[${unit}] News about your online application")
    closing = _(
        "case_mail_closing",
        default=(
            "The status page (asks for the code and your phone number or date of birth):\n${url}"
            "\n\nThe case whose code ends in ${end}. Nobody of the office ever asks for money or "
            "passwords by e-mail."
        ),
    )
    url = f"{base_url(api.portal.get())}{path(api.portal.get(), case.language)}"
    values = {"url": url, "end": case.code[-4:]}
    _write(address, case.language, subject, (text, closing), values)
    if most is not None:
        _count(receiver, most)


def _mailbox(address: str) -> str:
    """One name for all spellings of an address that end in the same box: dots, ``+anything``."""
    name, _at, host = address.strip().lower().rpartition("@")
    return f"{name.partition('+')[0].replace('.', '')}@{host}"


def _to_officers(case: Case) -> None:
    text = _("case_mail_new", default="A new online application has arrived.")
    for user_id in people(officers_of(api.portal.get(), case.service_uid)):
        tell_officer(user_id, text)


def tell_officer(user_id: str, text: Message) -> bool:
    """A letter that leads to the queue; False where the person has no address or has left."""
    member = api.user.get(userid=user_id)
    address = (member.getProperty("email", "") or "") if member is not None else ""
    if not is_address(address) or is_off(user_id):
        return False
    language = "en" if member.getProperty("language", "") == "en" else "vi"
    subject = _("case_mail_officer_subject", default="[${unit}] Online applications")
    closing = _("case_mail_officer_closing", default="The queue (after signing in):\n${url}")
    values = {"url": f"{base_url(api.portal.get())}/{language}/@@cases"}
    return _write(address, language, subject, (text, closing), values)


def people(principals) -> list[str]:
    """Users' ids, with the members of groups in place of the groups."""
    found: set[str] = set()
    for principal in principals:
        group = api.group.get(groupname=principal)
        found |= {principal} if group is None else set(group.getGroupMemberIds())
    return sorted(found)


def _write(
    address: str,
    language: str,
    subject: Message,
    paragraphs: tuple[Message, ...],
    values: Mapping[str, str],
) -> bool:
    from_ = sender()
    if from_ is None:
        return False
    unit = unit_of(api.portal.get())
    english = unit.name_en if unit is not None and language == "en" else ""
    named = values | {"unit": english or (unit.name if unit is not None else from_.display_name)}

    def said(message: Message) -> str:
        filled = Message(message, mapping=named | (message.mapping or {}))
        return translate(filled, target_language=language)

    text = "\n\n".join([*(said(one) for one in paragraphs), f"-- \n{named['unit']}"])
    send(letter(from_, address, said(subject), text))
    return True


def _count(key, limit: tuple[int, int]) -> None:
    """Once the letter is really queued: what fails and is tried again is one letter."""

    def count(stored: bool) -> None:
        if stored:
            written.count(key, limit[1])

    transaction.get().addAfterCommitHook(count)
