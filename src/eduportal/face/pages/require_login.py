"""Who has to sign in first is asked in the language of the page that was wanted."""

from plone import api
from plone.i18n.interfaces import ILanguageSchema
from plone.registry.interfaces import IRegistry
from Products.CMFPlone.browser.login.login import RequireLoginView
from urllib.parse import urlsplit
from zope.component import getUtility


class RequireLogin(RequireLoginView):
    """Plone leads to the portal's own form, which speaks the portal's first language only."""

    def __call__(self) -> None:
        super().__call__()
        portal = api.portal.get().absolute_url()
        answer = self.request.response
        language = self._language(portal)
        stock = f"{portal}/login"
        target = answer.getHeader("location") or ""
        if language and target.startswith(stock):
            answer.redirect(f"{portal}/{language}/login{target.removeprefix(stock)}")

    def _language(self, portal: str) -> str:
        """The language root that the wanted page lies in, "" where it lies in none."""
        wanted = urlsplit(str(self.request.get("came_from", ""))).path
        inside = wanted.removeprefix(urlsplit(portal).path).strip("/")
        first = inside.partition("/")[0]
        settings = getUtility(IRegistry).forInterface(ILanguageSchema, prefix="plone")
        return first if first in settings.available_languages else ""
