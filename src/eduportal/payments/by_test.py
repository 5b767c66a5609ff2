"""A provider to try the whole path with; it exists only where the instance allows it.

``$VAR/payments.toml``, which only the instance's owner can write, allows it::

    [test]
    secret = "at least sixteen characters"

It works as redirecting providers do: the citizen leaves with an order that we signed, a page that
stands for the bank (``@@test-bank``) asks, and its answer comes back to ``@@payment-callback/test``
with a signature of its own. Whoever writes a real provider finds every check here that one needs.
"""

from eduportal import _
from eduportal.payments import ledger
from eduportal.payments.provider import CallbackRefused
from eduportal.payments.provider import Confirmation
from eduportal.payments.provider import PaymentProvider
from eduportal.payments.provider import named
from pathlib import Path
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
import hashlib
import hmac
import os
import re
import secrets
import tomllib

NAME = "test"
SHORTEST = 16
ORDER = ("order", "amount")
ANSWER = ("order", "amount", "transaction", "paid")


def secret() -> str:
    """What the instance's owner wrote down; ``""`` where the test provider is not allowed."""
    path = Path(os.environ.get("VAR") or "instance/var") / "payments.toml"
    try:
        kept = tomllib.loads(path.read_text(encoding="utf-8"))["test"]["secret"]
    except (FileNotFoundError, KeyError, TypeError, tomllib.TOMLDecodeError):
        return ""
    return kept if isinstance(kept, str) and len(kept) >= SHORTEST else ""


def signature(fields: tuple[str, ...], values, key: str) -> str:
    """HMAC-SHA256 of the fields in their order; ``values`` is a mapping of texts."""
    text = "\n".join(f"{name}={values[name]}" for name in fields)
    return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()


def signed(form, fields: tuple[str, ...]) -> dict[str, str]:
    """The fields of a form, if their signature is ours; ``CallbackRefused`` otherwise."""
    values = {name: form.get(name) for name in (*fields, "signature")}
    if not all(isinstance(value, str) and len(value) <= 200 for value in values.values()):
        raise CallbackRefused("a field is missing")
    key = secret()
    expected = signature(fields, values, key) if key else ""
    if not hmac.compare_digest(expected.encode(), values["signature"].encode()) or not key:
        raise CallbackRefused("the signature is wrong")
    return values


class ByTest(PaymentProvider):
    """Nobody's money moves."""

    title = _("Test payment (no money moves)")
    index = ViewPageTemplateFile("offer_test.pt")

    def __init__(self, portal, request) -> None:
        super().__init__(portal, request)
        self.context = portal

    @property
    def installed(self) -> bool:
        return bool(secret())

    ready = installed

    def offer(self, case, fee) -> str:
        values = {"order": ledger.order(case), "amount": str(fee.amount)}
        return self.index(fields=values | {"signature": signature(ORDER, values, secret())})

    def confirmation(self, request) -> Confirmation:
        values = signed(request.form, ANSWER)
        amount, transaction = values["amount"], values["transaction"]
        if values["paid"] != "yes" or not re.fullmatch(r"[0-9]{1,12}", amount, re.ASCII):
            raise CallbackRefused("nothing was paid")
        if not re.fullmatch(r"[0-9A-Za-z-]{1,60}", transaction):
            raise CallbackRefused("the payment has no number")
        return Confirmation(transaction, values["order"], int(amount))


class PretendedBank(BrowserView):
    """Stands for the provider's own page: asks, and answers with its signature."""

    page_heading = _("Test payment (no money moves)")
    index = ViewPageTemplateFile("bank_test.pt")

    def __call__(self) -> str:
        if named(NAME, self.context, self.request) is None:
            raise NotFound("test-bank")
        self.request.response.setHeader("Cache-Control", "private, no-store")
        try:
            asked = signed(self.request.form, ORDER)
        except CallbackRefused as error:
            raise NotFound("test-bank") from error
        answer = {
            "order": asked["order"],
            "amount": asked["amount"],
            "transaction": secrets.token_hex(8),
            "paid": "yes",
        }
        answer["signature"] = signature(ANSWER, answer, secret())
        return self.index(answer=answer)
