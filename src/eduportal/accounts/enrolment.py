"""``@@second-factor-setup``: a person sets a second factor up, renews the codes, takes it away."""

from eduportal import _
from eduportal.accounts import totp
from eduportal.accounts.doorkeeper import doorkeeper
from eduportal.accounts.keys import facts_of
from eduportal.accounts.keys import ticket
from eduportal.accounts.second_factor import made
from eduportal.accounts.second_factor import new_recovery_codes
from eduportal.accounts.sentences import WRONG
from eduportal.accounts.sentences import sentence
from eduportal.audit import record
from eduportal.units.settings import current_unit
from plone import api
from plone.protect.authenticator import check as check_authenticator
from Products.Five import BrowserView
from zExceptions import NotFound
import segno
import time

SECONDS = 1800
"""So long the page with the QR code may stay open."""


class Enrolment(BrowserView):
    """The secret travels sealed in the form: nothing is stored before its first code was right."""

    page_heading = _("Second factor")

    problem = None
    done = None
    recovery: tuple[str, ...] = ()
    secret = ""

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        portal = api.portal.get()
        self.keeper = doorkeeper(portal)
        self.user = api.user.get_current()
        self.user_id = self.user.getId()
        users = portal.acl_users
        if self.keeper is None or users._verifyUser(users.plugins, user_id=self.user_id) is None:
            # an account of the whole instance is not this portal's
            raise NotFound("second-factor-setup")
        if self.request.method == "POST":
            check_authenticator(self.request)
            self._do()
        if not self.active and not self.secret:
            self.secret = totp.new_secret()
        return self.index()

    @property
    def active(self) -> bool:
        return self.keeper.factor(self.user_id) is not None

    @property
    def required(self) -> bool:
        return self.keeper.requires(self.user_id)

    @property
    def sealed(self) -> str:
        return ticket(self._purpose, secret=self.secret)

    @property
    def grouped(self) -> str:
        """The secret in groups of four, as people can type it."""
        return " ".join(self.secret[at : at + 4] for at in range(0, len(self.secret), 4))

    @property
    def picture(self) -> str:
        """The QR code as SVG inside the page: no address holds the secret."""
        unit = current_unit()
        issuer = api.portal.get().title if unit is None else unit.name
        code = segno.make(totp.address(self.secret, self.user.getUserName(), issuer), error="m")
        # without a size of its own it takes the width of its frame, on a phone too
        return code.svg_inline(border=4, dark="#000", light="#fff", omitsize=True)

    def _do(self) -> None:
        form = self.request.form
        code = str(form.get("code", ""))
        if "confirm" in form and not self.active:
            self._confirm(str(form.get("sealed", "")), code)
        elif self.active and ("renew" in form or "remove" in form):
            login = self.user.getUserName()
            verdict = self.keeper.check_code(self.user_id, login, code)
            if verdict.reason:
                self.problem = sentence(verdict) or WRONG
            elif "renew" in form:
                self._renew()
            elif not self.required:
                self._remove()

    def _confirm(self, sealed: str, code: str) -> None:
        facts = facts_of(self._purpose, sealed, SECONDS)
        if facts is None:
            self.problem = _("The page was open for too long. Scan the new code, please.")
            return
        self.secret = facts["secret"]
        digits = "".join(code.split())
        step = totp.matching_step(self.secret, digits, time.time())
        if step is None or not self.keeper.attempts().use(self.user_id, f"step {step}"):
            self.problem = WRONG
            return
        self.recovery = new_recovery_codes()
        self.keeper.factors[self.user_id] = made(self.user_id, self.secret, self.recovery)
        # whoever signed in with the password alone has to sign in again; this browser need not
        self.keeper.end_sessions(self.user_id)
        api.portal.get().acl_users.session._setupSession(self.user_id, self.request.response)
        record("second factor.set up", where=self.user.getUserName())
        self.done = _("The second factor is set up. From now on you are asked for a code.")

    def _renew(self) -> None:
        self.recovery = new_recovery_codes()
        factor = self.keeper.factors[self.user_id]
        factor.renew(self.user_id, self.recovery)
        record("second factor.recovery codes renewed", where=self.user.getUserName())
        self.done = _("These are your new recovery codes. The old ones are void.")

    def _remove(self) -> None:
        del self.keeper.factors[self.user_id]
        record("second factor.removed", where=self.user.getUserName())
        self.done = _("The second factor was removed.")

    @property
    def _purpose(self) -> str:
        return f"second factor set-up of {self.user_id}"
