"""Who sees which cases: the officers of their service and nobody else.

Permissions of a case belong to the role ``Case Handler``, which exists on cases alone and is given
by ``Handlers``: to the users and groups that the service names, or to all who are ``Case Officer``
where it names none. A portal's administrator appoints officers; he is none by himself.
"""

from borg.localrole.interfaces import ILocalRoleProvider
from eduportal.cases import store
from eduportal.content_types.case import Case
from eduportal.content_types.case import ICase
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from typing import NamedTuple
from zope.component import adapter
from zope.interface import implementer

HANDLER = "Case Handler"
OFFICER = "Case Officer"


class Facts(NamedTuple):
    """What is kept of a service beside its cases, for the time after it was deleted."""

    title: str = ""
    officers: tuple[str, ...] = ()
    retention_months: int | None = None


def service_of(case: Case):
    """The service of a case as content, whoever asks; None once it was deleted."""
    return _service(case.service_uid)


def facts_of(service) -> Facts:
    return Facts(
        service.title,
        tuple(getattr(service, "officers", None) or ()),
        getattr(service, "retention_months", None),
    )


def facts(portal, service_uid: str) -> Facts:
    """Of the service as it is, or as it was when its last case came."""
    service = _service(service_uid)
    if service is not None:
        return facts_of(service)
    kept = store.read(portal)
    return Facts(*kept["services"].get(service_uid, ())) if kept is not None else Facts()


def services_of(user=None) -> frozenset[str]:
    """UIDs of the services whose cases the user (the present one) may see."""
    portal = api.portal.get()
    user = user or api.user.get_current()
    kept = store.read(portal)
    if kept is None or api.user.is_anonymous() and user.getId() is None:
        return frozenset()
    principals = {user.getId(), *user.getGroups()}
    officer = bool(principals & _all_officers(portal))
    found = set()
    for uid in kept["services"]:
        named = facts(portal, uid).officers
        if principals.intersection(named) if named else officer:
            found.add(uid)
    return frozenset(found)


def may_see(case: Case, user=None) -> bool:
    """Whether the user (the present one) is an officer of the case's service."""
    return handles(api.portal.get(), case.service_uid, user)


def handles(portal, service_uid: str, user=None) -> bool:
    """Whether the user (the present one) is an officer of a service, with cases or without."""
    user = user or api.user.get_current()
    principals = {user.getId(), *user.getGroups()}
    return bool(principals & _handlers(portal, service_uid))


@implementer(ILocalRoleProvider)
@adapter(ICase)
class Handlers:
    """Gives ``Case Handler`` on a case to the officers of its service."""

    def __init__(self, case: Case) -> None:
        self.case = case

    def getRoles(self, principal_id: str) -> tuple[str, ...]:
        handlers = _handlers(api.portal.get(), self.case.service_uid)
        return (HANDLER,) if principal_id in handlers else ()

    def getAllRoles(self):
        for principal in _handlers(api.portal.get(), self.case.service_uid):
            yield principal, (HANDLER,)


def officers_of(portal, service_uid: str) -> frozenset[str]:
    """Ids of the users and groups that handle a service's cases."""
    return _handlers(portal, service_uid)


def _handlers(portal, service_uid: str) -> frozenset[str]:
    named = facts(portal, service_uid).officers
    return frozenset(named) if named else _all_officers(portal)


def _all_officers(portal) -> frozenset[str]:
    roles = portal.acl_users.portal_role_manager
    return frozenset(principal for principal, _title in roles.listAssignedPrincipals(OFFICER))


def keep_facts(service, event) -> None:
    """A service is deleted: its cases go by who handled it in the end, not when the last came."""
    if IPloneSiteRoot.providedBy(event.object):
        return
    kept = store.read(api.portal.get())
    if kept is not None and service.UID() in kept["services"]:
        kept["services"][service.UID()] = tuple(facts_of(service))


def _service(uid: str):
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(UID=uid, portal_type="Service") if uid else ()
    return brains[0]._unrestrictedGetObject() if brains else None
