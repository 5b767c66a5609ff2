"""Neighbours are sealed off: a portal never answers under another portal's address.

Zope's traversal acquires: ``/a/b/tin-tuc`` would show portal b, and so would b's path under a's
domain. The second portal on one request's way is refused before anything in it is looked at,
its permissions included: a 401 would tell that it is there.
"""

from Acquisition import aq_base
from plone.base.interfaces import IPloneSiteRoot
from zExceptions import NotFound
from zope.component import adapter
from zope.traversing.interfaces import IBeforeTraverseEvent

WALKED = "eduportal.walked_portal"


@adapter(IPloneSiteRoot, IBeforeTraverseEvent)
def refuse_acquired_neighbours(portal, event) -> None:
    """404 for a request that walks through one portal into another."""
    request = event.request
    first = request.get(WALKED)
    if first is None:
        request.set(WALKED, aq_base(portal))
    elif first is not aq_base(portal):
        raise NotFound(request.get("ACTUAL_URL", ""))
