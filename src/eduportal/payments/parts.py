"""What a case shows of its fee: to the applicant, on the printed receipt, to the officers."""

from eduportal import _
from eduportal.payments import ledger
from eduportal.payments.amounts import figures
from eduportal.payments.amounts import words
from eduportal.payments.provider import chosen
from eduportal.payments.settings import setting
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zoneinfo import ZoneInfo
import secrets

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")

TITLES = {
    ledger.NONE: _("Nothing to pay"),
    ledger.DUE: _("Not paid yet"),
    ledger.PAID: _("Paid"),
    ledger.TO_REFUND: _("To be given back"),
    ledger.REFUNDED: _("Given back"),
}


def moment(when) -> str:
    return when.astimezone(LOCAL).strftime("%H:%M %d/%m/%Y")


class FeePart:
    """What the three share; a case without a fee shows nothing."""

    side = ""
    order = 20
    index = None

    def __init__(self, case, request) -> None:
        self.context = self.case = case
        self.request = request

    @property
    def available(self) -> bool:
        return bool(self.fee.amount)

    @cached_property
    def fee(self) -> ledger.Fee:
        return ledger.fee_of(self.case)

    @property
    def language(self) -> str:
        return "en" if api.portal.get_current_language() == "en" else "vi"

    @property
    def figures(self) -> str:
        return figures(self.fee.amount, self.language)

    @property
    def words(self) -> str:
        return words(self.fee.amount, self.language)

    @property
    def state_title(self):
        return TITLES[self.fee.state]

    @property
    def paid_on(self) -> str:
        return moment(self.fee.paid) if self.fee.paid else ""

    @property
    def told_on(self) -> str:
        return moment(self.fee.told) if self.fee.told else ""

    def render(self) -> str:
        return self.index()

    def handle(self) -> str | None:
        return None


class ApplicantFee(FeePart):
    """How to pay, and after it that it was received."""

    side = "applicant"
    name = "payment"
    index = ViewPageTemplateFile("fee.pt")

    @property
    def payable(self) -> bool:
        """Somebody on the waiting list is not asked for money before there is a place."""
        return self.fee.state == ledger.DUE and not self.case.waiting

    @cached_property
    def provider(self):
        return chosen(api.portal.get(), self.request)

    def offer(self) -> str:
        return self.provider.offer(self.case, self.fee) if self.provider.ready else ""

    @property
    def once(self) -> str:
        """Makes each page one of its own: a reload tells nothing twice."""
        return secrets.token_hex(16)

    @property
    def counter(self) -> str:
        return (setting("counter") or "").strip()

    @property
    def can_tell(self) -> bool:
        return self.payable and self.fee.told is None and self.provider.ready

    def handle(self) -> str | None:
        if not self.payable:
            return None
        ledger.tell(self.case)
        del self.fee
        return _(
            "payments_told",
            default="Thank you. The cashier compares it with the bank's statement and confirms it.",
        )


class ReceiptFee(ApplicantFee):
    """The same on the printed receipt, without anything to press."""

    side = "receipt"
    name = "payment-receipt"
    can_tell = False

    def handle(self) -> str | None:
        return None


class OfficerFee(FeePart):
    """The state alone: who confirms money is the cashier, on a page of their own."""

    side = "officer"
    name = "payment-officer"
    index = ViewPageTemplateFile("fee_line.pt")
