"""``passwordreset``: the link in a mail replaces the password and nothing else."""

from eduportal.accounts.doorkeeper import doorkeeper
from plone import api
from Products.CMFPlone.browser.login.password_reset import PasswordResetView


class PasswordReset(PasswordResetView):
    """Plone's own; where Plone is set to sign people in afterwards, not without their code."""

    def _auto_login(self, userid: str, password: str):
        """``userid`` is what was typed: a login or an id."""
        portal = api.portal.get()
        users, keeper = portal.acl_users, doorkeeper(portal)
        found = users._verifyUser(users.plugins, login=userid)
        user_id = userid if found is None else found["id"]
        if keeper is None or user_id in keeper.off or keeper.factor(user_id) is not None:
            return self.finish()
        return super()._auto_login(userid, password)
