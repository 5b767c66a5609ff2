"""Neighbours are sealed off: a portal never answers under another portal's address.

Zope's traversal acquires: ``/a/b/tin-tuc`` would show portal b, and so would b's path under a's
domain. The second portal on one request's way is refused.
"""

from Acquisition import aq_base
from plone.base.interfaces import IPloneSiteRoot
from plone.rest.traverse import RESTWrapper
from zExceptions import NotFound
from zope.component import adapter
from zope.traversing.interfaces import IBeforeTraverseEvent
from ZPublisher.interfaces import IPubAfterTraversal

WALKED = "eduportal.walked_portal"


@adapter(IPloneSiteRoot, IBeforeTraverseEvent)
def refuse_on_the_way(portal, event) -> None:
    """404 as soon as a page's path enters a second portal, before anything in it is looked at."""
    request = event.request
    first = request.get(WALKED)
    if first is None:
        request.set(WALKED, aq_base(portal))
    elif first is not aq_base(portal):
        raise NotFound(request.get("ACTUAL_URL", ""))


@adapter(IPubAfterTraversal)
def refuse_at_the_end(event) -> None:
    """The same for REST, whose wrappers announce only the first portal they walk through."""
    request = event.request
    portals = {id(aq_base(p)) for p in _walked(request) if IPloneSiteRoot.providedBy(p)}
    if len(portals) > 1:
        raise NotFound(request.get("ACTUAL_URL", ""))


def _walked(request) -> list:
    parents = request.get("PARENTS", ())
    return [p.context if isinstance(p, RESTWrapper) else p for p in parents]
