"""301 from addresses a unit no longer has: an earlier domain, or a closed portal."""

from eduportal.safety.static import asks_for_static
from eduportal.safety.static import last_step
from eduportal.units import closing
from eduportal.units import settings
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from plone.registry.interfaces import IRegistry
from Products.Five.browser import BrowserView
from urllib.parse import urlsplit
from zExceptions import HTTPMovedPermanently
from zope.component import adapter
from zope.component import queryUtility
from zope.component.hooks import getSite
from ZPublisher.interfaces import IPubAfterTraversal

# A closed portal stays open to those who have to look something up in it or bring it back.
KEEPERS = frozenset({"Manager", "Site Administrator"})
DOORS = frozenset({"forced-password-change", "login", "logout"})


class MovedPermanently(HTTPMovedPermanently):
    """Ends a request before anything of the page is rendered."""


class MovedPermanentlyView(BrowserView):
    """Zope derives the status from the name of an exception's class, and so would answer 500."""

    def __call__(self) -> str:
        self.request.response.redirect(str(self.context), status=301, lock=True)
        return ""


@adapter(IPubAfterTraversal)
def send_on(event) -> None:
    """Redirect visitors of an earlier domain or of a closed portal."""
    portal = getSite()
    registry = queryUtility(IRegistry)
    if not IPloneSiteRoot.providedBy(portal) or registry is None:
        return
    request = event.request
    target = _moved_domain(request) or _closed(portal, request)
    if target:
        raise MovedPermanently(target)


def _moved_domain(request) -> str | None:
    host = urlsplit(request.get("SERVER_URL", "")).hostname or ""
    if host not in closing.former_domains():
        return None
    domain = settings.current_unit().domain
    if not domain or domain == host:
        return None
    here = urlsplit(request["ACTUAL_URL"])
    query = request.get("QUERY_STRING")
    return f"https://{domain}{here.path}{'?' + query if query else ''}"


def _closed(portal, request) -> str | None:
    successor = closing.successor()
    if successor is None or KEEPERS & set(api.user.get_roles()):
        return None
    if last_step(request) in DOORS or asks_for_static(request):
        return None
    return successor_url(portal, successor)


def successor_url(portal, successor: str) -> str:
    """The address a successor stands for: itself, a neighbour's address, or the list of portals."""
    if successor.startswith(("http://", "https://")):
        return successor
    root = portal.aq_parent
    neighbour = root.get(successor) if successor else None
    if IPloneSiteRoot.providedBy(neighbour):
        return neighbour.absolute_url()
    return root.absolute_url()
