"""What is answered to somebody who is signed in belongs into no cache that others share."""

from AccessControl import getSecurityManager
from eduportal.caching.operations import OWN
from zope.component import adapter
from zope.globalrequest import getRequest
from ZPublisher.interfaces import IPubBeforeCommit
from ZPublisher.interfaces import IPubBeforeStreaming


@adapter(IPubBeforeCommit)
def say_private(event) -> None:
    _say(event.request.response)


@adapter(IPubBeforeStreaming)
def say_private_of_a_stream(event) -> None:
    if getRequest() is not None and event.response is not None:
        _say(event.response)


def _say(response) -> None:
    signed_in = getSecurityManager().getUser().getId() is not None
    if signed_in and not response.getHeader("Cache-Control"):
        response.setHeader("Cache-Control", OWN)
