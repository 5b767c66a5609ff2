"""Whether a unit's administrator may bring in a theme, styles and scripts of the unit's own.

Only where the portal has a host of its own and the instance's administrator allowed it: on a host
that portals share, one school's script would run in the session of everybody who is signed in to
another. What opens is two permissions, and everything else asks for these: Plone's theming panel,
its editor, the resource registry, the records behind them (``editorial.raw_settings``).

A portal that is open answers at its own host alone, so that its scripts never reach a shared one.
"""

from eduportal import caching
from eduportal.units.settings import current_unit
from eduportal.units.settings import unit_of
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from urllib.parse import urlsplit
from zExceptions import Forbidden
from zExceptions import HTTPFound
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component.hooks import getSite
from ZPublisher.interfaces import IPubAfterTraversal

KEY = "eduportal.theming"
PERMISSIONS = ("Plone Site Setup: Themes", "plone.resourceeditor: Manage Sources")
CLOSED = ("Manager",)
OPEN = ("Manager", "Site Administrator")


def allow(portal, allowed: bool) -> None:
    """What the instance's administrator decides for one portal."""
    if not api.user.has_permission("Manage portal", obj=portal):
        raise Forbidden("Only the administrator of the whole system decides this.")
    set_allowed(portal, allowed)


def set_allowed(portal, allowed: bool) -> None:
    """The same from the command line, where nobody is signed in."""
    notes = IAnnotations(portal)
    if allowed:
        notes[KEY] = True
    else:
        notes.pop(KEY, None)
    align(portal)
    caching.touch(portal)


def is_allowed(portal) -> bool:
    return bool(IAnnotations(portal).get(KEY))


def own_host(portal) -> str:
    """The host that this portal alone is served at, ``""`` where it has none."""
    unit = unit_of(portal)
    if unit is None:
        return ""
    neighbours = [one for one in portal.aq_parent.objectValues() if IPloneSiteRoot.providedBy(one)]
    others = {one.domain for one in map(unit_of, neighbours) if one and one.id != unit.id}
    return "" if unit.domain in others else unit.domain


def is_open(portal) -> bool:
    return is_allowed(portal) and bool(own_host(portal))


def align(portal) -> None:
    """Give the permissions, or take them back; a second run changes nothing."""
    roles = OPEN if is_open(portal) else CLOSED
    for permission in PERMISSIONS:
        held = {one["name"] for one in portal.rolesOfPermission(permission) if one["selected"]}
        if held != set(roles) or portal.acquiredRolesAreUsedBy(permission):
            portal.manage_permission(permission, roles=list(roles), acquire=0)


@adapter(IPubAfterTraversal)
def answer_at_the_own_host(event) -> None:
    """Send whoever asks an open portal at another host to its own."""
    portal = getSite()
    if not IPloneSiteRoot.providedBy(portal) or not is_allowed(portal):
        return
    unit = current_unit()
    request = event.request
    if unit is None or not unit.domain:
        return
    if urlsplit(request.get("SERVER_URL", "")).hostname != unit.domain:
        here = urlsplit(request["ACTUAL_URL"]).path
        path = here.removeprefix(urlsplit(portal.absolute_url()).path)
        query = request.get("QUERY_STRING")
        raise HTTPFound(f"https://{unit.domain}{path}{'?' + query if query else ''}")
