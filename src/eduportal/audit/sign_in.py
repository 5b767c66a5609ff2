"""Signing in and out, and what somebody signed in was refused.

Failed sign-ins are told by the doorkeeper of the accounts, which every way of signing in passes.
"""

from eduportal.audit.recording import acting
from eduportal.audit.recording import record
from plone.base.interfaces import IPloneSiteRoot
from Products.PluggableAuthService.interfaces.events import IUserLoggedInEvent
from Products.PluggableAuthService.interfaces.events import IUserLoggedOutEvent
from zExceptions import Forbidden
from zExceptions import Unauthorized
from zope.component import adapter
from zope.component.hooks import getSite
from ZPublisher.interfaces import IPubBeforeAbort

LONGEST_PATH = 300


@adapter(IUserLoggedInEvent)
def signed_in(event: IUserLoggedInEvent) -> None:
    record("sign-in.done", who=event.principal.getUserName())


@adapter(IUserLoggedOutEvent)
def signed_out(event: IUserLoggedOutEvent) -> None:
    record("sign-in.left", who=event.principal.getUserName())


@adapter(IPubBeforeAbort)
def refused(event: IPubBeforeAbort) -> None:
    """Somebody signed in asked for what is not theirs; a visitor's refusals say nothing."""
    if event.retry or not IPloneSiteRoot.providedBy(getSite()) or not acting():
        return
    if issubclass(event.exc_info[0], Unauthorized | Forbidden):
        record("access.refused", where=event.request["PATH_INFO"][:LONGEST_PATH], at_once=True)
