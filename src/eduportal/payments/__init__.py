"""Fees of a case: VietQR, the cashier's confirmation, other providers by an adapter."""

from eduportal.payments.ledger import Fee
from eduportal.payments.ledger import fee_of
from eduportal.payments.parts import TITLES
from eduportal.payments.provider import CallbackRefused
from eduportal.payments.provider import Confirmation
from eduportal.payments.provider import IPaymentProvider
from eduportal.payments.provider import PaymentProvider
from eduportal.payments.provider import paid_online

__all__ = [
    "TITLES",
    "CallbackRefused",
    "Confirmation",
    "Fee",
    "IPaymentProvider",
    "PaymentProvider",
    "fee_of",
    "paid_online",
]
