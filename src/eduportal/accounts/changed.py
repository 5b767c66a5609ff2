"""A password was set: by a form, by REST, by a command.

Plone's forms and most of REST ask the user folder's validators first; ``PATCH @users`` and the
users' overview do not, so the event is looked at as well.
"""

from eduportal.accounts.doorkeeper import doorkeeper
from eduportal.accounts.policy import errors
from plone import api
from Products.PluggableAuthService.interfaces.events import ICredentialsUpdatedEvent
from zExceptions import BadRequest
from zope.component import adapter
from zope.component.hooks import getSite


@adapter(ICredentialsUpdatedEvent)
def check_new_password(event) -> None:
    """A password was set, wherever: refuse a weak one, and end the sessions of the old one."""
    site = getSite()
    users = getattr(site, "acl_users", None)
    keeper = None if users is None else doorkeeper(site)
    user = event.principal
    if keeper is None or user is None or not event.password:
        return
    if users._verifyUser(users.plugins, user_id=user.getId()) is None:
        return
    member = api.user.get(userid=user.getId())
    names = (user.getId(), user.getUserName())
    if member is not None:
        names += (member.getProperty("fullname") or "", member.getProperty("email") or "")
    found = errors(event.password, names)
    if found:
        raise BadRequest(found[0]["error"])
    keeper.end_sessions(user.getId())
