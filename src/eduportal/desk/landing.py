"""Where a person arrives after signing in."""

from eduportal.casework import handles_cases
from eduportal.desk.people import is_cashier
from eduportal.desk.people import works_here
from eduportal.interfaces import IEduportal
from eduportal.sections import LANGUAGES
from plone import api
from plone.base.interfaces import INavigationRoot
from plone.base.interfaces import IPloneSiteRoot
from plone.base.interfaces import IRedirectAfterLogin
from zope.component import adapter
from zope.interface import implementer


@adapter(INavigationRoot, IEduportal)
@implementer(IRedirectAfterLogin)
class Landing:
    """The page somebody was sent away from to sign in; the desk for who came for none."""

    def __init__(self, context, request) -> None:
        self.context = context
        self.request = request

    def __call__(self, came_from: str | None = None, is_initial_login: bool = False) -> str | None:
        if came_from and not self._is_home(came_from):
            return came_from
        works = works_here(api.user.get_current().getUser())
        if works or handles_cases() or is_cashier(api.portal.get()):
            return f"{self._root().absolute_url()}/@@desk"
        return came_from

    def _is_home(self, address: str) -> bool:
        """A browser tells the page on which "Sign in" was clicked; nobody signs in to see home."""
        portal_url = api.portal.get().absolute_url()
        homes = {portal_url, *(f"{portal_url}/{language}" for language in LANGUAGES)}
        return address.partition("?")[0].partition("#")[0].rstrip("/") in homes

    def _root(self):
        """The language root, since a sign-in form stands at the portal itself."""
        if not IPloneSiteRoot.providedBy(self.context):
            return self.context
        language = self.request.get("LANGUAGE") or LANGUAGES[0]
        return self.context.get(language) or self.context
