"""Who needs a second factor and has none is led to setting it up, whatever page they open."""

from eduportal.accounts.doorkeeper import doorkeeper
from eduportal.accounts.settings import setting
from eduportal.safety.sign_in import ALLOWED
from eduportal.safety.static import asks_for_static
from eduportal.safety.static import last_step
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from plone.session.plugins.session import SessionPlugin
from zExceptions import NotFound
from zExceptions import Redirect
from zope.component import adapter
from zope.component.hooks import getSite
from ZPublisher.interfaces import IPubAfterTraversal

SETUP = "second-factor-setup"


@adapter(IPubAfterTraversal)
def demand_second_factor(event) -> None:
    """Replacing a one-time password comes first and is let through."""
    request, portal = event.request, getSite()
    if not IPloneSiteRoot.providedBy(portal) or api.user.is_anonymous():
        return
    keeper = doorkeeper(portal)
    if keeper is None or not setting("require_second_factor"):
        return
    user_id = api.user.get_current().getId()
    if keeper.factor(user_id) is not None or not _of(portal, user_id):
        return
    if last_step(request) in ALLOWED | {SETUP} or asks_for_static(request):
        return
    if keeper.requires(user_id):
        raise Redirect(f"{portal.absolute_url()}/@@{SETUP}")


def _of(portal, user_id: str) -> bool:
    """Whether the account is the portal's: the instance's own administrator signs in above it."""
    users = portal.acl_users
    return users._verifyUser(users.plugins, user_id=user_id) is not None


@adapter(IPubAfterTraversal)
def refuse_renewal(event) -> None:
    """A session that was ended is not made young again: plone.session looks at its age alone."""
    published = getattr(event.request.get("PUBLISHED"), "__func__", None)
    if published is SessionPlugin.refresh and api.user.is_anonymous():
        raise NotFound("refresh")
