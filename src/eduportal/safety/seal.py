"""Neighbours are sealed off: a portal never answers under another portal's address.

Zope's traversal acquires: ``/a/b/tin-tuc`` would show portal b, and so would b's path under a's
domain. After traversal the path that was walked must be the path of containment.
"""

from Acquisition import aq_base
from plone.base.interfaces import IPloneSiteRoot
from zExceptions import NotFound
from zope.component import adapter
from ZPublisher.interfaces import IPubAfterTraversal


@adapter(IPubAfterTraversal)
def refuse_acquired_neighbours(event) -> None:
    """404 for a request that walked through one portal into another."""
    request = event.request
    if len(walked_portals(request)) > 1:
        raise NotFound(request.get("ACTUAL_URL", ""))


def walked_portals(request) -> list:
    """The portals on the path of the request, outermost first."""
    found: list = []
    for parent in reversed(request.get("PARENTS", ())):
        if IPloneSiteRoot.providedBy(parent) and aq_base(parent) not in map(aq_base, found):
            found.append(parent)
    return found
