"""The change that follows a one-time password leads on to work, not to the visitors' home page."""

from pathlib import Path
from plone.base.interfaces import IRedirectAfterLogin
from Products.CMFPlone.browser.login import login
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import queryMultiAdapter

TEMPLATE = Path(login.__file__).parent / "templates" / "forced_password_change.pt"


class NewPassword(login.ForcedPasswordChange):
    """Plone's form; afterwards one is where signing in would have led."""

    index = ViewPageTemplateFile(str(TEMPLATE))

    def update(self) -> None:
        super().update()
        response = self.request.response
        if response.getStatus() != 302:
            return
        landing = queryMultiAdapter((self.context, self.request), IRedirectAfterLogin)
        address = landing() if landing is not None else None
        if address:
            response.redirect(address)
