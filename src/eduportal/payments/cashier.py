"""``@@payments``: what a cashier sees of cases is code, service, amount and state; nobody's name.

Everything is asked by POST, so that no code stands in an address or a log.
"""

from dataclasses import dataclass
from eduportal import _
from eduportal.cases import by_number
from eduportal.cases import codes
from eduportal.cases import rows
from eduportal.payments import ledger
from eduportal.payments import statement
from eduportal.payments.amounts import figures
from eduportal.payments.parts import TITLES
from eduportal.payments.parts import moment
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

PAGE = 50
SHOWN = (ledger.DUE, ledger.PAID, ledger.TO_REFUND, ledger.REFUNDED)
STEPS = {
    ledger.CONFIRM: _("Money received"),
    ledger.UNDO: _("Undo the confirmation"),
    ledger.WAIVE: _("Waive the fee"),
    ledger.REFUND: _("Money given back"),
}
TRACE = {
    "open": _("The fee became due"),
    "told": _("The applicant says that it was transferred"),
    "cancel": _("The application was withdrawn: nothing to pay"),
    "to-refund": _("The application was withdrawn: to be given back"),
    "again": _("Paid once more: to be given back"),
    **STEPS,
}
VERDICTS = {
    statement.FITS: _("Amount and code fit"),
    statement.PAID: _("Nothing is due for this code"),
    statement.AMOUNT: _("The amount is another: please check"),
    statement.UNKNOWN: _("No application with a fee has this code"),
}


@dataclass(frozen=True)
class Line:
    """One case as the cashier sees it."""

    number: int
    code: str
    service: str
    amount: str
    state: object
    opened: str
    told: str
    steps: tuple[tuple[str, object, bool], ...]
    trace: tuple[dict, ...]


class CashierPage(BrowserView):
    """The list by state, a code looked up, a statement pasted, steps confirmed."""

    page_heading = _("Fees of applications")
    index = ViewPageTemplateFile("cashier.pt")

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        self.checked: list[statement.Line] = []
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            self._answer(self.request.form)
        return self.index()

    @property
    def state(self) -> str:
        asked = self.request.form.get("state")
        return asked if asked in SHOWN else ledger.DUE

    @property
    def code(self) -> str:
        return str(self.request.form.get("code") or "").strip()[:60]

    @cached_property
    def language(self) -> str:
        return "en" if api.portal.get_current_language() == "en" else "vi"

    @property
    def first(self) -> int:
        asked = str(self.request.form.get("first") or "0")
        return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 7 else 0

    @cached_property
    def _rows(self) -> list:
        return sorted(
            (row for row in rows(api.portal.get()) if row.payment_state in SHOWN),
            key=lambda row: row.opened,
            reverse=True,
        )

    def states(self) -> list[dict]:
        """The tabs, with the number of cases behind each."""
        counts = dict.fromkeys(SHOWN, 0)
        for row in self._rows:
            counts[row.payment_state] += 1
        return [
            {"value": one, "title": TITLES[one], "count": counts[one], "chosen": one == self.state}
            for one in SHOWN
        ]

    @cached_property
    def found(self) -> list:
        """Rows of the state, or the one that has the code, whatever its state."""
        if self.code:
            asked = codes.normalise(self.code)
            return [row for row in self._all if row.code == asked]
        return [row for row in self._rows if row.payment_state == self.state]

    @property
    def _all(self):
        """Also those where nothing is due any more; a case without a fee is none of them."""
        return [row for row in rows(api.portal.get()) if row.payment_state]

    def lines(self) -> list[Line]:
        return [self._line(row) for row in self.found[self.first : self.first + PAGE]]

    @property
    def following(self) -> int:
        """Where the next page begins; 0 on the last."""
        following = self.first + PAGE
        return following if following < len(self.found) else 0

    def _line(self, row) -> Line:
        case = by_number(api.portal.get(), row.number)
        fee = ledger.fee_of(case)
        return Line(
            number=row.number,
            code=codes.shown(row.code),
            service=case.service_title,
            amount=figures(fee.amount, self.language),
            state=TITLES[fee.state],
            opened=moment(row.opened),
            told=moment(fee.told) if fee.told else "",
            steps=tuple((one, STEPS[one], one in ledger.REASONED) for one in fee.steps),
            trace=tuple(
                {
                    "when": moment(one.when),
                    "step": TRACE[one.step],
                    "by": one.by,
                    "reason": one.reason,
                }
                for one in fee.trace
            ),
        )

    def verdict(self, line: statement.Line):
        return VERDICTS[line.verdict]

    def _answer(self, form) -> None:
        if form.get("statement"):
            text = str(form["statement"])
            self.checked = list(statement.lines(api.portal.get(), text))
            if not self.checked:
                self._say(_("No code of an application was found in these lines."), "warning")
        elif form.get("confirm"):
            self._confirm_all(form.get("numbers") or [])
        elif form.get("step"):
            self._step(str(form.get("number") or ""), str(form["step"]), form.get("reason"))

    def _confirm_all(self, numbers) -> None:
        listed = [numbers] if isinstance(numbers, str) else list(numbers)
        done = 0
        for number in dict.fromkeys(map(str, listed[: statement.MOST])):
            case = by_number(api.portal.get(), number)
            if case is not None and ledger.fee_of(case).state == ledger.DUE:
                ledger.step(case, ledger.CONFIRM, by=self._login)
                done += 1
        words = {"count": done, "others": len(listed) - done}
        self._say(
            _(
                "payments_confirmed_many",
                default="${count} payments were confirmed; ${others} were not due any more.",
                mapping=words,
            )
        )

    def _step(self, number: str, name: str, reason) -> None:
        case = by_number(api.portal.get(), number)
        try:
            if case is None:
                raise ledger.StepImpossible(name)
            ledger.step(case, name, by=self._login, reason=str(reason or "")[:500])
        except ledger.StepImpossible:
            self._say(
                _(
                    "payments_step_impossible",
                    default=(
                        "Nothing was changed: the payment has another state by now, or the step "
                        "needs a reason."
                    ),
                ),
                "error",
            )
        else:
            self._say(_("Noted."))

    @property
    def _login(self) -> str:
        return api.user.get_current().getUserName()

    def _say(self, message, kind: str = "info") -> None:
        api.portal.show_message(message, self.request, type=kind)
