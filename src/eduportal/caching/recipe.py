"""What a page was made of: the database records whose change makes it stale."""

from Acquisition import aq_base
from collections.abc import Iterable
from datetime import datetime
from datetime import timedelta
from eduportal.caching.lifetime import UNTIL
from eduportal.caching.state import UNSAVED
from eduportal.caching.state import counters
from eduportal.server.front import ASKED
from eduportal.server.front import Recipe
from persistent import Persistent
from plone.app.multilingual.interfaces import ILanguageRootFolder
from plone.base.interfaces import IPloneSiteRoot
from zoneinfo import ZoneInfo
from zope.component.hooks import getSite
import math

LONGEST = 600
"""Seconds: the most a change is seen late that nobody told of (a viewlet hidden by hand)."""
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def recipe(request) -> Recipe | None:
    """Of the page just made for ``request``; None where it may not be kept.

    A portal's page depends on everything in its catalogue (whose counter moves with every change),
    on its settings, on what its parent shows of itself, on the objects that its address leads
    through (the one shown, its sections, the portal, the instance's list of portals), and on today.
    """
    portal = getSite()
    found = counters(portal) if IPloneSiteRoot.providedBy(portal) else None
    if found is None or _speaks_the_browsers_language(portal, request):
        return None
    on_the_way = [aq_base(one) for one in request.get("PARENTS", ())]
    sources = _sources([*on_the_way, *found], portal._p_jar)
    if sources is None:
        return None
    began = request.environ[ASKED].began
    until = request.environ.get(UNTIL, math.inf)
    return Recipe(sources, min(until, began + LONGEST, _midnight_after(began)))


def _speaks_the_browsers_language(portal, request) -> bool:
    """Whether another visitor's browser would get the page in another language at this address."""
    settings = portal.portal_registry
    return bool(settings.get("plone.use_request_negotiation")) and not any(
        ILanguageRootFolder.providedBy(one) for one in request.get("PARENTS", ())
    )


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


def _midnight_after(began: float) -> float:
    tomorrow = datetime.fromtimestamp(began, ZONE).date() + timedelta(days=1)
    return datetime.combine(tomorrow, datetime.min.time(), ZONE).timestamp()
