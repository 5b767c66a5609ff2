"""``@@second-factor``: the password was right, now the code; and what follows a full sign-in."""

from AccessControl.SecurityManagement import newSecurityManager
from eduportal import _
from eduportal.accounts.doorkeeper import doorkeeper
from eduportal.accounts.keys import facts_of
from eduportal.accounts.keys import ticket
from eduportal.accounts.sentences import WRONG
from eduportal.accounts.sentences import sentence
from plone import api
from plone.base import PloneMessageFactory as _p
from plone.protect.authenticator import check as check_authenticator
from Products.Five import BrowserView
from Products.statusmessages.interfaces import IStatusMessage
from zope.component import getMultiAdapter

HALF = "second step of signing in"
SECONDS = 300
"""So long a right password waits for its code."""


def begin_second_step(portal, request, user_id: str, login: str) -> None:
    """Remember in the browser, sealed and for five minutes, whose password was right."""
    request.response.setCookie(
        _cookie(portal),
        ticket(f"{HALF} {portal.getId()}", user=user_id, login=login),
        path="/",
        http_only=True,
        same_site="Lax",
        secure=request.get("SERVER_URL", "").startswith("https:"),
        max_age=SECONDS,
    )


def sign_in(context, request, user_id: str, came_from: str) -> None:
    """Make the person the present user, as Plone does after its own form, and lead on."""
    users = api.portal.get_tool("acl_users")
    newSecurityManager(request, users.getUserById(user_id).__of__(users))
    form = getMultiAdapter((context, request), name="login")
    initial = form._post_login()
    if request.response.getStatus() not in (301, 302, 303):
        form.redirect_after_login(inside(came_from), initial)


def inside(given: str) -> str | None:
    """An address inside the portal, or None."""
    inside = api.portal.get_tool("portal_url").isURLInPortal(given)
    return given if given and inside else None


class SecondFactorStep(BrowserView):
    """``@@second-factor``: the password was right, now the code."""

    page_heading = _("Second step of signing in")

    problem = None

    def __call__(self) -> str:
        response = self.request.response
        response.setHeader("Cache-Control", "private, no-store")
        portal = api.portal.get()
        facts = self._facts(portal)
        if facts is None:
            IStatusMessage(self.request).addStatusMessage(
                _("Please sign in with your password again."), "info"
            )
            response.redirect(f"{self.context.absolute_url()}/login")
            return ""
        if self.request.method == "POST":
            check_authenticator(self.request)
            if self._take(portal, facts):
                return ""
        return self.index()

    @property
    def came_from(self) -> str:
        given = self.request.form.get("came_from", "")
        return (inside(given) if isinstance(given, str) else None) or ""

    def _facts(self, portal) -> dict | None:
        given = self.request.cookies.get(_cookie(portal), "")
        facts = facts_of(f"{HALF} {portal.getId()}", given, SECONDS) if given else None
        if facts is None:
            return None
        ended = doorkeeper(portal).not_before.get(facts["user"], 0)
        return facts if facts["made"] >= ended else None

    def _take(self, portal, facts: dict) -> bool:
        code = str(self.request.form.get("code", ""))
        verdict = doorkeeper(portal).check_code(facts["user"], facts["login"], code)
        if verdict.reason:
            self.problem = sentence(verdict) or WRONG
            return False
        self.request.response.expireCookie(_cookie(portal), path="/")
        sign_in(self.context, self.request, facts["user"], self.came_from)
        IStatusMessage(self.request).addStatusMessage(
            _p("you_are_now_logged_in", default="Welcome! You are now logged in."), "info"
        )
        return True


def _cookie(portal) -> str:
    return f"{portal.acl_users.session.cookie_name}_half"
