"""A forgotten password: whoever asks learns nothing of which accounts there are."""

from contextlib import suppress
from plone import api
from plone.restapi.services.users.add import UsersPost
from Products.CMFPlone.browser.login.mail_password import MailPasswordView
from zope.component import getMultiAdapter

NOBODY = object()


class MailPassword(MailPasswordView):
    """``mail_password``, the address that Plone's older form posts to."""

    def __call__(self) -> str:
        tool = api.portal.get_tool("portal_registration")
        # a ValueError says that nobody has the account, or that it cannot be written to
        with suppress(ValueError):
            tool.mailPassword(self.request.form.get("userid", ""), self.request)
        # Plone's own answer has the tool in its frame, and would tell the two apart
        return getMultiAdapter((self.context, self.request), name="mail_password_response")()


class ForgottenPassword(UsersPost):
    """``POST @users/<login>/reset-password``; for who manages accounts Plone's own answers."""

    def update_password(self, data):
        if not data and self._get_user_by_login_name(self.params[0]) is NOBODY:
            return None
        return super().update_password(data)

    def _get_user_by_login_name(self, user_id: str):
        """Somebody who is nobody: what is refused afterwards is refused as for everybody."""
        found = super()._get_user_by_login_name(user_id)
        return NOBODY if found is None and not self.can_manage_users else found
