"""Signed in, but not entitled: says as whom, what was wanted, and who can help."""

from eduportal import _
from eduportal.face.place import Place
from plone import api
from Products.Five.browser import BrowserView


class NoRight(Place, BrowserView):
    """In place of Plone's page, which answers 200."""

    page_heading = _("You may not open this page")

    def __call__(self) -> str:
        self.request.response.setStatus(403)
        self.request.response.setHeader("Cache-Control", "no-store")
        return self.index()

    @property
    def person(self) -> str:
        """The full name, or the login of whoever has none."""
        member = api.user.get_current()
        return member.getProperty("fullname", "") or member.getUserName()

    @property
    def email(self) -> str:
        return self.unit.email if self.unit else ""
