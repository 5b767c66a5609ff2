"""Who is held to the limits of a unit's administrator, and how the refusal sounds."""

from AccessControl import getSecurityManager
from plone import api
from zExceptions import Forbidden
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.i18nmessageid import Message


def refuse_administrator(message: Message) -> None:
    """Stop a Site Administrator who is not a Manager, with 403 and ``message``.

    Nobody below has a screen that leads here, and set-up and command line sign nobody in.
    """
    allowed = getSecurityManager().checkPermission
    portal = api.portal.get()
    if allowed("Plone Site Setup: Overview", portal) and not allowed("Manage portal", portal):
        raise Forbidden(translate(message, context=getRequest()))
