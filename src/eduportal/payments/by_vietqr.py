"""VietQR: the applicant transfers to the unit's account, the cashier confirms what has arrived."""

from eduportal import _
from eduportal.payments import vietqr
from eduportal.payments.amounts import figures
from eduportal.payments.amounts import words
from eduportal.payments.provider import PaymentProvider
from eduportal.payments.settings import account
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


def purpose_of(case) -> str:
    """What the payer writes: the case's code, which the cashier finds in the statement."""
    return f"HS{case.code}"


class ByVietQR(PaymentProvider):
    """A code for the bank's app, with all that it holds in words beside it."""

    title = _("VietQR transfer, confirmed by the cashier")
    index = ViewPageTemplateFile("vietqr.pt")

    def __init__(self, portal, request) -> None:
        super().__init__(portal, request)
        self.context = portal

    @cached_property
    def account(self):
        return account()

    @property
    def ready(self) -> bool:
        return self.account is not None

    def offer(self, case, fee) -> str:
        if fee.amount > vietqr.MOST:
            return ""
        language = "en" if api.portal.get_current_language() == "en" else "vi"
        purpose = purpose_of(case)
        text = vietqr.payload(self.account.bank.bin, self.account.number, fee.amount, purpose)
        return self.index(
            picture=vietqr.picture(text),
            amount=str(fee.amount),
            figures=figures(fee.amount, language),
            words=words(fee.amount, language),
            purpose=purpose,
        )
