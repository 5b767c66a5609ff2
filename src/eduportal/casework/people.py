"""Who handles cases here, and what officers are called."""

from collections.abc import Iterable
from eduportal import _
from eduportal import cases
from plone import api
from zope.i18nmessageid import Message

PORTAL_ITSELF = "*"


def login() -> str:
    """Of whoever is signed in: the name under which a case is assigned."""
    return api.user.get_current().getUserName()


def handles_cases() -> bool:
    """Whether the present user is an officer, of all services or of one."""
    if api.user.is_anonymous():
        return False
    held = api.user.has_permission("eduportal: Handle cases", obj=api.portal.get())
    return held or bool(cases.services_of())


def officers(services: Iterable[str]) -> list[tuple[str, str]]:
    """Login and name of everybody who handles cases of one of these services, by name."""
    portal = api.portal.get()
    principals = frozenset().union(*(cases.officers_of(portal, uid) for uid in services))
    found = {}
    for principal in principals:
        for user in _users(portal, principal):
            found[user.getUserName()] = user.getProperty("fullname") or user.getUserName()
    return sorted(found.items(), key=lambda one: one[1])


def may_handle(who: str, service: str) -> bool:
    """Whether the account of that login handles cases of the service."""
    return who in dict(officers([service]))


def name_of(who: str) -> str | Message:
    """What a login is called in a case: ``""`` is the applicant, ``*`` the portal itself."""
    if not who:
        return _("The applicant")
    if who == PORTAL_ITSELF:
        return _("The portal itself")
    user = api.user.get(username=who)
    return (user and user.getProperty("fullname")) or who


def _users(portal, principal: str) -> list:
    group = portal.portal_groups.getGroupById(principal)
    if group is not None:
        return group.getGroupMembers()
    user = api.user.get(userid=principal)
    return [user] if user is not None else []
