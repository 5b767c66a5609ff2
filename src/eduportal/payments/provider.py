"""How another way of paying joins: one named adapter.

A package registers a class for ``(portal, request)`` under a name of its own and provides
``IPaymentProvider``; the administrator then chooses it at ``@@payment-settings``. Its answers come
back to ``<portal>/@@payment-callback/<name>``; everything about the money of a case is kept by
``ledger.py``, never by the provider.
"""

from dataclasses import dataclass
from eduportal.payments.ledger import Fee
from eduportal.payments.settings import VIETQR
from eduportal.payments.settings import setting
from plone import api
from zope.component import getAdapters
from zope.component import queryMultiAdapter
from zope.globalrequest import getRequest
from zope.interface import Attribute
from zope.interface import Interface
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@dataclass(frozen=True)
class Confirmation:
    """What a provider says was paid: its own number of the payment, our order, dong."""

    transaction: str
    order: str
    amount: int


class CallbackRefused(Exception):
    """What arrived is not from the provider, or not as it was sent; nothing is to be changed."""


class IPaymentProvider(Interface):
    """One way of paying a fee online; adapts ``(portal, request)`` under its name."""

    title = Attribute("Its name for the administrator, a Message.")
    installed = Attribute("Whether this instance allows it to be chosen.")
    ready = Attribute("Whether a citizen can pay by it now: its own settings are complete.")

    def offer(case, fee: Fee) -> str:
        """Escaped HTML that lets the applicant pay ``fee``; shown while it is due."""

    def confirmation(request) -> Confirmation:
        """What a callback says, its signature checked; ``CallbackRefused`` otherwise."""


class PaymentProvider:
    """What most providers share."""

    installed = True
    ready = True

    def __init__(self, portal, request) -> None:
        self.portal = portal
        self.request = request

    def confirmation(self, request) -> Confirmation:
        raise CallbackRefused("this way of paying has no callback")


def named(name: str, portal, request) -> IPaymentProvider | None:
    """The provider of that name, if this instance allows it."""
    found = queryMultiAdapter((portal, request), IPaymentProvider, name=name)
    return found if found is not None and found.installed else None


def chosen(portal, request) -> IPaymentProvider:
    """The portal's provider; VietQR where the chosen one is no longer there."""
    return named(setting("provider") or VIETQR, portal, request) or named(VIETQR, portal, request)


def paid_online(portal, request) -> bool:
    """Whether a fee can be paid online in this portal: level 4 (TT 53/2012, Điều 2.7.d)."""
    return bool(chosen(portal, request).ready)


@provider(IVocabularyFactory)
def provider_vocabulary(_context) -> SimpleVocabulary:
    """Those that this instance allows."""
    found = getAdapters((api.portal.get(), getRequest()), IPaymentProvider)
    return SimpleVocabulary(
        [SimpleTerm(name, name, one.title) for name, one in sorted(found) if one.installed]
    )
