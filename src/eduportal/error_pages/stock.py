"""What Plone would have answered, where the kit's page is not meant."""

from plone.rest.interfaces import IAPIRequest
from zope.component import getSiteManager
from zope.interface import Interface
from zope.interface import implementedBy
from zope.interface import providedBy
from zope.publisher.interfaces.browser import IDefaultBrowserLayer


def stock_answer(view):
    """Of an exception's view: plone.rest's for its clients, Plone's page for everybody else."""
    request = view.request
    if IAPIRequest.providedBy(request):
        required = (providedBy(view.context), IAPIRequest)
    else:
        required = (implementedBy(Exception), IDefaultBrowserLayer)
    stock = getSiteManager().adapters.lookup(required, Interface, "index.html")
    answer = stock(view.context, request)
    answer.__parent__ = view.__parent__
    return answer()
