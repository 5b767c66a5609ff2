"""``@@author-fees``: a month's fees. Everybody's for who manages them, one's own for an author."""

from AccessControl import Unauthorized
from AccessControl import getSecurityManager
from eduportal import _
from eduportal import audit
from eduportal import editorial
from eduportal.duties.dates import now
from eduportal.duties.fees import amounts
from eduportal.duties.fees import ledger
from eduportal.duties.fees.kinds import KINDS
from eduportal.duties.fees.report import Report
from eduportal.duties.fees.report import month_asked
from eduportal.duties.fees.report import name_of
from eduportal.duties.fees.report import report
from eduportal.duties.fees.settings import rate
from eduportal.mail.text import one_line
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

MANAGE = "eduportal: Manage duties"


class FeesView(BrowserView):
    """What page and workbook share: whose fees of which month."""

    page_heading = _("Author fees")

    def check(self) -> None:
        """Visitors have no fees."""
        if api.user.is_anonymous():
            raise Unauthorized("author-fees")
        self.request.response.setHeader("Cache-Control", "private, no-store")

    @cached_property
    def manages(self) -> bool:
        return bool(getSecurityManager().checkPermission(MANAGE, self.context))

    @cached_property
    def month(self) -> str:
        return month_asked(self.request.form.get("month"))

    @cached_property
    def report(self) -> Report:
        author = "" if self.manages else api.user.get_current().getId()
        return report(api.portal.get(), self.month, author)

    @cached_property
    def language(self) -> str:
        return "en" if api.portal.get_current_language() == "en" else "vi"


class AuthorFees(FeesView):
    """The page; whoever manages fees changes amounts in its table."""

    index = ViewPageTemplateFile("page.pt")

    def __call__(self) -> str:
        self.check()
        self.typed: dict[str, tuple[str, str]] = {}
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            if not self.manages:
                raise Unauthorized("author-fees")
            self._apply_rates() if "apply" in self.request.form else self._save()
        return self.index()

    # -- what the page shows

    @property
    def months(self) -> list[dict]:
        known = {f"{now():%Y-%m}", self.month, *ledger.months(api.portal.get())}
        return [
            {
                "value": one,
                "title": f"{one[5:]}/{one[:4]}",
                "selected": "selected" if one == self.month else None,
            }
            for one in sorted(known, reverse=True)
        ]

    @property
    def totals(self) -> list[dict]:
        return [
            {
                "name": name_of(one.author),
                "count": one.items,
                "kinds": "; ".join(
                    f"{self.context.translate(KINDS[kind].title)}: {count}"
                    for kind, count in one.kinds.items()
                ),
                "amount": self.shown(one.amount),
            }
            for one in self.report.totals()
        ]

    @property
    def entries(self) -> list[dict]:
        """One for each item, with its authors' parts."""
        site = api.portal.get().absolute_url()
        states = {row.entry.uid: row.state for row in self.report.rows}
        return [
            {
                "uid": one.uid,
                "day": f"{one.day[8:]}/{one.day[5:7]}",
                "title": one.title,
                "url": f"{site}/{one.path}" if states.get(one.uid) else None,
                "kind": KINDS[one.kind].title,
                "authors": self._authors(one),
                "byline": one.byline,
                "state": self._state(states.get(one.uid, "")),
                "rate": self.shown(one.rate),
                "amount": self.shown(one.amount),
                "typed": self.typed.get(one.uid, (self._changed(one), one.note)),
                "note": one.note,
            }
            for one in self.report.entries
        ]

    def shown(self, amount: int) -> str:
        return amounts.shown(amount, self.language)

    def _changed(self, one: ledger.Entry) -> str:
        return "" if one.changed is None else self.shown(one.changed)

    def _authors(self, one: ledger.Entry) -> str:
        shares = one.shares()
        if not self.manages:
            shares = {name: shares[name] for name in shares if name == self.report.author}
        if len(shares) == len(one.authors) == 1:
            return name_of(one.authors[0])
        return "; ".join(f"{name_of(name)}: {self.shown(part)}" for name, part in shares.items())

    def _state(self, state: str):
        """Said only where the item is not public any more."""
        if state == "published":
            return ""
        return editorial.STATES.get(state, state) if state else _("Deleted")

    # -- what is sent

    def _save(self) -> None:
        """Good amounts are kept; a bad one is named and stays in its field."""
        portal = api.portal.get()
        form = self.request.form
        changed, wrong = 0, []
        for one in self.report.entries:
            if f"amount-{one.uid}" not in form:
                continue
            text = str(form[f"amount-{one.uid}"]).strip()
            note = one_line(str(form.get(f"note-{one.uid}", "")), 300)
            amount = amounts.read(text) if text else None
            if text and amount is None:
                self.typed[one.uid] = (text[:40], note)
                wrong.append((one.title, text[:40]))
            elif ledger.change(portal, one, amount, note):
                changed += 1
                audit.record(
                    "fee.change",
                    where=f"/{one.path}",
                    before={"amount": one.amount, "note": one.note},
                    after={"amount": one.rate if amount is None else amount, "note": note},
                )
        self._answer(changed, wrong)

    def _apply_rates(self) -> None:
        """The present rates, for what was not changed by hand."""
        portal = api.portal.get()
        changed = sum(ledger.give_rate(portal, one, rate(one.kind)) for one in self.report.entries)
        if changed:
            audit.record("fee.rates", where=self.month, after={"items": changed})
        self._answer(changed, [])

    def _answer(self, changed: int, wrong: list[tuple[str, str]]) -> None:
        if changed:
            vars(self).pop("report", None)
        words = _("fees_kept", default="Kept. Items changed: ${count}.", mapping={"count": changed})
        api.portal.show_message(words, self.request)
        for title, text in wrong:
            words = _(
                "fees_no_amount",
                default=(
                    "“${text}” at “${title}” is no amount and was not kept. Write whole dong, such "
                    "as 50.000."
                ),
                mapping={"text": text, "title": title},
            )
            api.portal.show_message(words, self.request, type="error")
