"""What a case owes and what became of it: plain values in ``case.payment``.

``amount`` in dong, fixed when the case was opened; ``state`` one of ``STATES``; ``paid`` when
(aware, UTC) and ``by`` which login or provider; ``twice`` where a second payment waits to be given
back; ``unpaid`` is the state to which an undone confirmation leads back; ``told`` when the
applicant said that it was transferred; ``transactions`` the provider's payments that were counted,
so that none counts twice; ``trace`` every step, the oldest first. It is a persistent mapping of
ZODB's own: no class of this folder is in the database of cases.
"""

from dataclasses import dataclass
from datetime import UTC
from datetime import datetime
from eduportal import audit
import hashlib
import hmac

NONE = "none"
DUE = "due"
PAID = "paid"
TO_REFUND = "to_refund"
REFUNDED = "refunded"
STATES = (NONE, DUE, PAID, TO_REFUND, REFUNDED)

CONFIRM = "confirm"
UNDO = "undo"
WAIVE = "waive"
REFUND = "refund"
FROM = {
    CONFIRM: (DUE, NONE),
    UNDO: (PAID, TO_REFUND),
    WAIVE: (DUE,),
    REFUND: (PAID, TO_REFUND),
}
"""From which states a cashier's step leads; money may also come for a case that was taken back."""
REASONED = (UNDO, WAIVE, REFUND)


class StepImpossible(Exception):
    """The payment has moved on meanwhile, or the step lacks its reason."""


@dataclass(frozen=True)
class Step:
    """One line of the trace."""

    when: datetime
    step: str
    by: str
    reason: str = ""


@dataclass(frozen=True)
class Fee:
    """What the fee of a case is now."""

    amount: int = 0
    state: str = NONE
    paid: datetime | None = None
    by: str = ""
    told: datetime | None = None
    trace: tuple[Step, ...] = ()

    @property
    def steps(self) -> tuple[str, ...]:
        """What a cashier can do with it."""
        if not self.amount:
            return ()
        return tuple(step for step, states in FROM.items() if self.state in states)


def fee_of(case) -> Fee:
    """The fee of a case as it is; that of a service without a fee has no amount."""
    kept = case.payment
    return Fee(
        amount=kept.get("amount", 0),
        state=kept.get("state", NONE),
        paid=kept.get("paid"),
        by=kept.get("by", ""),
        told=kept.get("told"),
        trace=tuple(Step(*one) for one in kept.get("trace", ())),
    )


def open_fee(case, amount: int) -> None:
    """The case has to be paid for."""
    if amount > 0:
        _keep(case, "open", "", "", {"amount": amount, "state": DUE})


def step(case, name: str, *, by: str, reason: str = "") -> None:
    """One step of a cashier; ``StepImpossible`` where it does not lead from the present state."""
    fee = fee_of(case)
    if name not in fee.steps or (name in REASONED and not reason.strip()):
        raise StepImpossible(name)
    if name == CONFIRM:
        changes = _paid(PAID if fee.state == DUE else TO_REFUND, by) | {"unpaid": fee.state}
    elif name == UNDO:
        back = case.payment.get("unpaid", DUE)
        changes = {"state": back, "paid": None, "by": "", "twice": False}
    elif name == WAIVE:
        changes = {"state": NONE}
    else:
        changes = {"state": PAID if case.payment.get("twice") else REFUNDED, "twice": False}
    _keep(case, name, by, reason.strip(), changes)


def confirmed_by(case, provider: str, transaction: str) -> bool:
    """A provider says that the amount was paid; False where that payment was counted before.

    A second payment of the same fee, or one for a case that was taken back, waits to be given back.
    """
    known = case.payment.get("transactions", ())
    name = f"{provider}:{transaction}"
    if name in known:
        return False
    state = fee_of(case).state
    if state in (DUE, NONE):
        step = CONFIRM
        changes = _paid(PAID if state == DUE else TO_REFUND, provider) | {"unpaid": state}
    elif state == REFUNDED:
        step, changes = "again", _paid(TO_REFUND, provider)
    else:
        step, changes = "again", {"state": TO_REFUND, "twice": True}
    _keep(case, step, provider, transaction, changes | {"transactions": (*known, name)})
    return True


def _paid(state: str, by: str) -> dict:
    return {"state": state, "paid": datetime.now(UTC), "by": by}


def taken_back(case) -> None:
    """The applicant withdrew: nothing is owed, and what was paid waits to be given back."""
    fee = fee_of(case)
    if fee.state == DUE:
        _keep(case, "cancel", "", "", {"state": NONE})
    elif fee.state == PAID:
        _keep(case, "to-refund", "", "", {"state": TO_REFUND, "unpaid": NONE})


def tell(case) -> None:
    """The applicant says that the money is on its way; the cashier sees such cases first."""
    fee = fee_of(case)
    if fee.state == DUE and fee.told is None:
        _keep(case, "told", "", "", {"told": datetime.now(UTC)})


def order(case) -> str:
    """The number under which a provider is asked: it does not tell the case's code.

    A digest of what only we know, not stored, so that showing a page writes nothing.
    """
    digest = hashlib.sha256(f"order {case.number} {case.token}".encode()).hexdigest()
    return f"{case.number}-{digest[:20]}"


def ordered(case, name: str) -> bool:
    """Whether a provider was asked for this case under that number."""
    return hmac.compare_digest(order(case).encode(), name.encode())


def _keep(case, step: str, by: str, reason: str, changes: dict) -> None:
    trace = case.payment.get("trace", ())
    case.payment.update(changes | {"trace": (*trace, (datetime.now(UTC), step, by, reason))})
    case.reindexObject()
    audit.record("payment.step", where=f"case {case.number} step {step}", who=by or None)
