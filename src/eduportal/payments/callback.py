"""``@@payment-callback/<provider>``: a provider tells that a fee was paid.

It may come several times, late, or twice at once; it counts once. Nothing that is wrong changes
anything, and every refusal has the same plain answer: who sends it has to look into his own log.
"""

from eduportal import _
from eduportal.cases import by_number
from eduportal.payments import ledger
from eduportal.payments.provider import CallbackRefused
from eduportal.payments.provider import named
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
import json
import logging

logger = logging.getLogger(__name__)


@implementer(IPublishTraverse)
class PaymentCallback(BrowserView):
    """The provider's signature is what this page goes by: it has no session and no cookie."""

    page_heading = _("Payment")
    index = ViewPageTemplateFile("callback.pt")
    name = ""

    def publishTraverse(self, request, name: str):
        if self.name:
            raise NotFound(name)
        self.name = name
        return self

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        found = named(self.name, self.context, self.request)
        if found is None or self.request.method != "POST":
            raise NotFound(self.name)
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            new = self._count(found.confirmation(self.request))
        except CallbackRefused as refusal:
            logger.warning("A payment callback of %r was refused: %s", self.name, refusal)
            return self._answer(400, "refused")
        return self._answer(200, "counted" if new else "counted-before")

    def _count(self, told) -> bool:
        """Whether it was counted now; the same payment again changes nothing."""
        case = by_number(self.context, told.order.partition("-")[0])
        if case is None or not ledger.ordered(case, told.order):
            raise CallbackRefused("the order is not known")
        if told.amount != ledger.fee_of(case).amount:
            raise CallbackRefused("the amount is another")
        return ledger.confirmed_by(case, self.name, told.transaction)

    def _answer(self, status: int, result: str) -> str:
        """JSON for the provider's server; a page where its browser form leads back to us."""
        self.request.response.setStatus(status)
        if "shown" in self.request.form:
            return self.index(accepted=status == 200)
        self.request.response.setHeader("Content-Type", "application/json")
        return json.dumps({"result": result})
