"""What a portal's pages are made from at the moment, in a few bytes."""

from BTrees.Length import Length
from eduportal.caching.generations import PAGES
from eduportal.caching.generations import SEEN
from eduportal.caching.generations import counter
from eduportal.units.settings import PREFIX
from plone.base.interfaces import IPloneSiteRoot
from zope.globalrequest import getRequest

UNSAVED = b"\0" * 8
KNOWN = "eduportal.caching.counters"
"""In the request's environment: the counters of each portal that its page has to do with."""


def counters(portal) -> list[Length] | None:
    """The counters whose moving makes all kept pages stale; None for a portal without any.

    The catalogue's, the portal's own, and what its parent in the instance shows of itself.
    """
    catalog, pages = portal.portal_catalog._counter, counter(portal, PAGES)
    if catalog is None or pages is None:
        return None
    parent = portal.portal_registry.get(f"{PREFIX}.parent")
    neighbour = portal.aq_parent.get(parent) if parent else None
    seen = counter(neighbour, SEEN) if IPloneSiteRoot.providedBy(neighbour) else None
    return [catalog, pages] if seen is None else [catalog, pages, seen]


def state(portal) -> tuple[bytes, ...] | None:
    """The serials of these counters, for what is kept of pages outside the database.

    None while this transaction has moved one of them, and for a portal without counters: what is
    made then must not be kept. Serials and not values: a value that was reached in an aborted
    transaction comes again with other contents.
    """
    found = _of_request(portal)
    if found is None:
        return None
    for one in found:
        one._p_activate()  # a ghost has no serial
    if any(one._p_changed for one in found):
        return None
    serials = tuple(one._p_serial for one in found)
    return None if UNSAVED in serials else serials


def _of_request(portal) -> list[Length] | None:
    """The counters, looked up once for a page: its pieces ask some fifty times."""
    request = getRequest()
    if request is None:
        return counters(portal)
    known = request.environ.setdefault(KNOWN, {})
    key = (id(portal._p_jar), portal.getPhysicalPath())
    if not known.get(key):
        known[key] = counters(portal)
    return known[key]
