"""The editor who has just saved an item reads its warnings at once."""

from eduportal.interfaces import IEduportal
from eduportal.sources.free_hosts import warnings
from plone.dexterity.interfaces import IDexterityContent
from plone.rest.interfaces import IAPIRequest
from Products.statusmessages.interfaces import IStatusMessage
from zope.globalrequest import getRequest


def tell(content: IDexterityContent, event) -> None:
    """After a form: a message on the next page. A program that saves over REST reads none."""
    request = getRequest()
    if not IEduportal.providedBy(request) or IAPIRequest.providedBy(request):
        return
    if request.get("REQUEST_METHOD") != "POST":
        return
    messages = IStatusMessage(request)
    for warning in warnings(content):
        # said twice in one request it is shown once
        messages.add(warning, type="warning")
