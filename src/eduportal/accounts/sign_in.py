"""The sign-in form and REST's ``@login``, which ask for a code where the account has one."""

from eduportal.accounts.oidc import title
from eduportal.accounts.second_step import begin_second_step
from eduportal.accounts.sentences import sentence
from eduportal.accounts.sentences import verdict_of
from plone import api
from plone.restapi.services.auth.login import Login
from Products.CMFPlone.browser import login
from Products.CMFPlone.browser.login.login import FailsafeLoginForm
from Products.CMFPlone.browser.login.login import LoginForm
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from urllib.parse import urlencode
from z3c.form import button
from zope.i18n import translate

PLONE = login.__path__[0]


class _TwoSteps:
    """A sign-in form that says why somebody is not let in, or asks for the code."""

    buttons = LoginForm.buttons
    handlers = LoginForm.handlers.copy()

    @button.handler(LoginForm.buttons["login"])
    def handleLogin(self, action) -> None:
        verdict = verdict_of(self.request)
        if verdict is not None and verdict.reason == "code":
            self._ask_for_code(verdict)
            return
        told = None if verdict is None else sentence(verdict)
        if told is not None:
            IStatusMessage(self.request).addStatusMessage(told, "error")
            return
        LoginForm.handlers.getHandler(LoginForm.buttons["login"])(self, action)

    def _ask_for_code(self, verdict) -> None:
        portal = api.portal.get()
        begin_second_step(portal, self.request, verdict.user_id, verdict.login)
        data, _errors = self.extractData()
        came_from = data.get("came_from") or ""
        query = f"?{urlencode({'came_from': came_from})}" if came_from else ""
        self.request.response.redirect(f"{self.context.absolute_url()}/@@second-factor{query}")

    def oidc_title(self) -> str:
        """The name of the other place to sign in at; ``""`` where there is none."""
        return title(api.portal.get())


class TwoStepLogin(_TwoSteps, LoginForm):
    """Plone's form at ``login``."""


class TwoStepFailsafeLogin(_TwoSteps, FailsafeLoginForm):
    """The form without the theme at ``failsafe_login``."""

    index = ViewPageTemplateFile("templates/login_failsafe.pt", PLONE)


class TwoStepRestLogin(Login):
    """``POST @login`` takes ``code`` beside ``login`` and ``password``."""

    def reply(self) -> dict:
        answer = super().reply()
        verdict = verdict_of(self.request)
        if "error" not in answer or verdict is None or verdict.reason in ("", "wrong"):
            return answer
        if verdict.reason == "locked":
            self.request.response.setStatus(429)
            self.request.response.setHeader("Retry-After", str(verdict.wait))
        types = {"code": "Second factor required", "locked": "Locked"}
        message = translate(sentence(verdict), context=self.request)
        kind = types.get(verdict.reason, "Account not allowed")
        return {"error": {"type": kind, "message": message}}
