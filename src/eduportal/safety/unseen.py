"""No page may be opened upon content that the person may not see.

Plone has pages for every content that ask for no permission (``title``, ``description``,
``sitemap``, ``main_template``, the forms for a forgotten password): at the address of a draft, of
what waits for its hour or was taken down, they would tell anybody its title and summary.
"""

from AccessControl import Unauthorized
from plone import api
from plone.base.interfaces import INavigationRoot
from plone.dexterity.interfaces import IDexterityContent
from plone.rest.traverse import RESTWrapper
from zope.component import adapter
from ZPublisher.interfaces import IPubAfterTraversal


@adapter(IPubAfterTraversal)
def refuse_unseen(event) -> None:
    """Ask for the permission to view the innermost content on the way, whatever page follows.

    A portal and its language roots are left out: there one signs in.
    """
    content = _innermost(event.request)
    if content is None or INavigationRoot.providedBy(content):
        return
    if not api.user.has_permission("View", obj=content):
        raise Unauthorized("You are not allowed to see this.")


def _innermost(request):
    for step in request.get("PARENTS", ()):
        step = step.context if isinstance(step, RESTWrapper) else step
        if IDexterityContent.providedBy(step):
            return step
    return None
