"""What is answered where a page of this room is not meant."""

from eduportal.interfaces import IEduportal
from plone.rest.interfaces import IAPIRequest
from zope.component import getSiteManager
from zope.interface import Interface
from zope.interface import implementedBy
from zope.publisher.interfaces.browser import IDefaultBrowserLayer


def stock_answer(view):
    """Instead of an exception's view: plone.rest's for its clients, else the general one."""
    request = view.request
    provided = (IAPIRequest, IEduportal, IDefaultBrowserLayer)
    layer = next(one for one in provided if one.providedBy(request))
    required = (implementedBy(Exception), layer)
    stock = getSiteManager().adapters.lookup(required, Interface, "index.html")
    answer = stock(view.context, request)
    answer.__parent__ = view.__parent__
    return answer()
