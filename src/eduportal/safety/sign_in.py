"""Signing in: one cookie per unit, and a one-time password that has to be replaced first."""

from eduportal.safety.static import asks_for_static
from eduportal.safety.static import last_step
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zExceptions import Redirect
from zope.component import adapter
from zope.component.hooks import getSite
from ZPublisher.interfaces import IPubAfterTraversal

CHANGE = "forced-password-change"
# Signing in itself counts as signed in: its cookie must get out before anything is demanded.
ALLOWED = frozenset({CHANGE, "login", "logout", "logged_out", "logged-out"})


def ensure_cookie(portal, unit_id: str) -> None:
    """Give the portal a sign-in cookie of its own.

    ``__ac`` of the path ``/`` is shared by all portals of a host while each has its own secrets:
    signing in to one would sign out of the other.
    """
    _name_cookie(portal, f"__ac_{unit_id.replace('-', '_')}")


def share_cookie(portal) -> None:
    """Give the portal Plone's own cookie again."""
    _name_cookie(portal, "__ac")


def _name_cookie(portal, name: str) -> None:
    users = portal.acl_users
    for plugin in ("session", "credentials_cookie_auth"):
        if plugin in users.objectIds() and users[plugin].cookie_name != name:
            users[plugin].cookie_name = name


@adapter(IPubAfterTraversal)
def demand_new_password(event) -> None:
    """Until a one-time password has been replaced, every page leads to the change of password."""
    request = event.request
    portal = getSite()
    if not IPloneSiteRoot.providedBy(portal) or api.user.is_anonymous():
        return
    member = api.user.get_current()
    if not member.getProperty("must_change_password", False):
        return
    if last_step(request) in ALLOWED or asks_for_static(request):
        return
    raise Redirect(f"{portal.absolute_url()}/@@{CHANGE}")
