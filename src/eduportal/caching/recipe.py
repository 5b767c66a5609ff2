"""What a page was made of: the database records whose change makes it stale."""

from Acquisition import aq_base
from collections.abc import Iterable
from datetime import datetime
from datetime import timedelta
from eduportal.caching.generations import PAGES
from eduportal.caching.generations import SEEN
from eduportal.caching.generations import counter
from eduportal.caching.lifetime import UNTIL
from eduportal.server.front import Recipe
from eduportal.units.settings import PREFIX
from persistent import Persistent
from plone.base.interfaces import IPloneSiteRoot
from plone.registry.interfaces import IRegistry
from zoneinfo import ZoneInfo
from zope.component import getUtility
from zope.component.hooks import getSite
import time

LONGEST = 600
"""Seconds: the most a change is seen late that nobody told of (a viewlet hidden by hand)."""
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
UNSAVED = b"\0" * 8


def recipe(request) -> Recipe | None:
    """Of the page just made for ``request``; None where it may not be kept.

    A portal's page depends on everything in its catalogue (whose counter moves with every change),
    on its settings, on what its parent shows of itself, on the objects that its address leads
    through (the one shown, its sections, the portal, the instance's list of portals), and on today.
    """
    portal = getSite()
    if not IPloneSiteRoot.providedBy(portal) or counter(portal, PAGES) is None:
        return None
    sources = _sources([*_on_the_way(request), *_of_the_portal(portal)], portal._p_jar)
    if sources is None:
        return None
    until = min(time.time() + LONGEST, _midnight(), request.environ.get(UNTIL, float("inf")))
    return Recipe(sources, until)


def _on_the_way(request) -> list:
    return [aq_base(one) for one in request.get("PARENTS", ())]


def _of_the_portal(portal) -> list:
    found = [portal.portal_catalog._counter, counter(portal, PAGES)]
    parent = getUtility(IRegistry).get(f"{PREFIX}.parent")
    neighbour = aq_base(portal.aq_parent).get(parent) if parent else None
    if IPloneSiteRoot.providedBy(neighbour):
        found.append(counter(neighbour, SEEN))
    return found


def _sources(objects: Iterable, connection) -> tuple[tuple[bytes, bytes], ...] | None:
    """Records and their serials; None when one of them is being changed by this very request."""
    found = {}
    for one in objects:
        if not isinstance(one, Persistent) or one._p_jar is None:
            continue
        one._p_activate()
        if one._p_changed or one._p_serial == UNSAVED or one._p_jar is not connection:
            return None
        found[one._p_oid] = one._p_serial
    return tuple(found.items())


def _midnight() -> float:
    today = datetime.now(ZONE).date()
    start = datetime.combine(today + timedelta(days=1), datetime.min.time(), ZONE)
    return start.timestamp()
