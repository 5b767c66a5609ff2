"""``@@oidc-sign-in`` sends the browser to the provider, ``@@oidc-callback`` takes it back."""

from eduportal import _
from eduportal.accounts.doorkeeper import Verdict
from eduportal.accounts.doorkeeper import doorkeeper
from eduportal.accounts.keys import facts_of
from eduportal.accounts.keys import ticket
from eduportal.accounts.oidc import client
from eduportal.accounts.oidc.people import account_of
from eduportal.accounts.oidc.settings import provider
from eduportal.accounts.second_step import begin_second_step
from eduportal.accounts.second_step import inside
from eduportal.accounts.second_step import sign_in
from eduportal.accounts.sentences import sentence
from eduportal.audit import record
from plone import api
from plone.protect.authenticator import check as check_authenticator
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five import BrowserView
from Products.statusmessages.interfaces import IStatusMessage
from urllib.parse import urlencode
from zExceptions import NotFound
from zope.interface import alsoProvides
import hmac
import logging
import secrets

logger = logging.getLogger(__name__)

SECONDS = 600
PURPOSE = "signing in elsewhere"

NOT_WORKED = _("Signing in there did not work. Try again, or use your password.")
NO_ACCOUNT = _(
    "You have no account in this portal. Ask its administrator for one with the e-mail address "
    "that you use there."
)


class _Page(BrowserView):
    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        self.portal = api.portal.get()
        self.provider = provider(self.portal)
        if self.provider is None:
            raise NotFound(self.__name__)
        try:
            self.go()
        except client.OidcError as error:
            logger.warning("Signing in elsewhere failed: %s", error)
            self.refuse(NOT_WORKED)
        return ""

    @property
    def callback(self) -> str:
        return f"{self.portal.absolute_url()}/@@oidc-callback"

    @property
    def cookie(self) -> str:
        return f"{self.portal.acl_users.session.cookie_name}_oidc"

    @property
    def purpose(self) -> str:
        return f"{PURPOSE} {self.portal.getId()}"

    def refuse(self, told) -> None:
        record("sign-in.failed", where=self.provider.issuer, after="oidc", who="", at_once=True)
        IStatusMessage(self.request).addStatusMessage(told, "error")
        self.request.response.redirect(f"{self.portal.absolute_url()}/login")


class SignIn(_Page):
    """State, nonce and the PKCE verifier stay with the browser, sealed."""

    def go(self) -> None:
        if self.request.method != "POST":
            raise NotFound(self.__name__)
        check_authenticator(self.request)
        state, nonce, verifier = (secrets.token_urlsafe(48) for _i in range(3))
        described = client.discover(self.provider.issuer)
        came_from = str(self.request.form.get("came_from") or "")
        self.request.response.setCookie(
            self.cookie,
            ticket(self.purpose, state=state, nonce=nonce, verifier=verifier, came_from=came_from),
            path="/",
            http_only=True,
            # the provider's redirect comes from another site: Strict would lose the cookie
            same_site="Lax",
            secure=self.request.get("SERVER_URL", "").startswith("https:"),
            max_age=SECONDS,
        )
        address = client.authorization_url(
            self.provider, described, self.callback, state, nonce, verifier
        )
        self.request.response.redirect(address)


class Callback(_Page):
    """The answer is good only in the browser that asked, once, within ten minutes."""

    def go(self) -> None:
        form = self.request.form
        given = self.request.cookies.get(self.cookie, "")
        facts = facts_of(self.purpose, given, SECONDS) if given else None
        self.request.response.expireCookie(self.cookie, path="/")
        state = str(form.get("state", ""))
        if facts is None or not hmac.compare_digest(facts["state"].encode(), state.encode()):
            raise client.OidcError("the answer belongs to no question of this browser")
        if "error" in form or not form.get("code"):
            raise client.OidcError(f"the provider says {str(form.get('error'))[:100]!r}")
        described = client.discover(self.provider.issuer)
        if "iss" in form and form["iss"] != self.provider.issuer:
            raise client.OidcError("the answer is another provider's (RFC 9207)")
        claims = client.claims(
            self.provider,
            described,
            self.callback,
            str(form["code"]),
            facts["nonce"],
            facts["verifier"],
        )
        # the state, bound to this browser, is what an authenticator would be
        alsoProvides(self.request, IDisableCSRFProtection)
        self._let_in(account_of(self.portal, self.provider, claims), facts["came_from"])

    def _let_in(self, user_id: str | None, came_from: str) -> None:
        keeper = doorkeeper(self.portal)
        if user_id is None:
            self.refuse(NO_ACCOUNT)
        elif user_id in keeper.off:
            self.refuse(sentence(Verdict("off")))
        elif keeper.factor(user_id) is not None:
            login = api.user.get(userid=user_id).getUserName()
            begin_second_step(self.portal, self.request, user_id, login)
            query = f"?{urlencode({'came_from': came_from})}" if inside(came_from) else ""
            address = f"{self.portal.absolute_url()}/@@second-factor{query}"
            self.request.response.redirect(address)
        else:
            sign_in(self.portal, self.request, user_id, came_from)
