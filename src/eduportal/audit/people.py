"""Accounts, groups and roles: made, changed, deleted, password set, put into a group."""

from collections.abc import Mapping
from eduportal.audit.recording import record
from eduportal.audit.values import changed
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from Products.PluggableAuthService.interfaces.events import ICredentialsUpdatedEvent
from Products.PluggableAuthService.interfaces.events import IGroupCreatedEvent
from Products.PluggableAuthService.interfaces.events import IGroupDeletedEvent
from Products.PluggableAuthService.interfaces.events import IPrincipalAddedToGroupEvent
from Products.PluggableAuthService.interfaces.events import IPrincipalCreatedEvent
from Products.PluggableAuthService.interfaces.events import IPrincipalDeletedEvent
from Products.PluggableAuthService.interfaces.events import IPrincipalRemovedFromGroupEvent
from Products.PluggableAuthService.interfaces.events import IPropertiesUpdatedEvent
from transaction import TransactionManager
from ZODB.POSException import POSKeyError
from zope.component import adapter
from zope.component.hooks import getSite
from ZPublisher.interfaces import IPubBeforeCommit

IMPLIED = {"Anonymous", "Authenticated"}


@adapter(IPrincipalCreatedEvent)
def account_made(event: IPrincipalCreatedEvent) -> None:
    record("account.add", where=event.principal.getUserName())


@adapter(IPrincipalDeletedEvent)
def account_deleted(event: IPrincipalDeletedEvent) -> None:
    record("account.delete", where=str(event.principal))


@adapter(ICredentialsUpdatedEvent)
def password_set(event: ICredentialsUpdatedEvent) -> None:
    """That it was set; the password itself is nobody's business."""
    record("account.password", where=event.principal.getUserName())


@adapter(IPropertiesUpdatedEvent)
def account_changed(event: IPropertiesUpdatedEvent) -> None:
    """Name, address and the like: a changed address is how an account is stolen."""
    old, new = changed(_properties(event.principal.getId()), dict(event.properties))
    named = event.properties.keys() & new.keys()
    if named:
        record(
            "account.change",
            where=event.principal.getUserName(),
            before={name: old[name] for name in sorted(named)},
            after={name: new[name] for name in sorted(named)},
        )


@adapter(IPrincipalAddedToGroupEvent)
def added_to_group(event: IPrincipalAddedToGroupEvent) -> None:
    record("group.add-member", where=event.group_id, after=_login(event.principal))


@adapter(IPrincipalRemovedFromGroupEvent)
def removed_from_group(event: IPrincipalRemovedFromGroupEvent) -> None:
    record("group.remove-member", where=event.group_id, before=_login(event.principal))


@adapter(IGroupCreatedEvent)
def group_made(event: IGroupCreatedEvent) -> None:
    record("group.add", where=str(event.principal))


@adapter(IGroupDeletedEvent)
def group_deleted(event: IGroupDeletedEvent) -> None:
    record("group.delete", where=str(event.principal))


@adapter(IPubBeforeCommit)
def roles_assigned(event: IPubBeforeCommit) -> None:
    """Global roles of accounts and groups: no event tells of them, so the table is compared."""
    site = getSite()
    if not IPloneSiteRoot.providedBy(site) or event.request.method in ("GET", "HEAD"):
        return
    manager = getattr(site.acl_users, "portal_role_manager", None)
    if manager is None or not _is_changed(manager._principal_roles):
        return
    before = _without_implied(as_stored(manager._principal_roles))
    now = _without_implied(manager._principal_roles)
    for name in sorted(before.keys() | now.keys()):
        if before.get(name) != now.get(name):
            record(
                "account.roles",
                where=_login(name),
                before=before.get(name, ()),
                after=now.get(name, ()),
            )


def _without_implied(roles: Mapping) -> dict[str, tuple[str, ...]]:
    """By principal, without what everybody has who signs in: Plone writes it down or not."""
    kept = {name: tuple(sorted(set(of) - IMPLIED)) for name, of in roles.items()}
    return {name: of for name, of in kept.items() if of}


def as_stored(tree) -> dict:
    """A table as the database holds it, without what this transaction changed."""
    if tree._p_jar is None:
        return {}
    manager = TransactionManager()
    connection = tree._p_jar.db().open(manager)
    try:
        return dict(connection.get(tree._p_oid))
    except POSKeyError:
        # made in this transaction, such as with the portal itself
        return {}
    finally:
        manager.abort()
        connection.close()


def _is_changed(tree) -> bool:
    bucket = tree._firstbucket if hasattr(tree, "_firstbucket") else None
    if tree._p_jar is None:
        return False
    if tree._p_changed:
        return True
    while bucket is not None:
        if bucket._p_changed:
            return True
        bucket = bucket._next
    return False


def _properties(user_id: str) -> Mapping:
    """What the account's properties were before this transaction; of a new one, nothing."""
    storage = api.portal.get_tool("acl_users").mutable_properties._storage
    return as_stored(storage).get(user_id, {})


def _login(principal_id: str) -> str:
    user = api.portal.get_tool("acl_users").getUserById(principal_id)
    return principal_id if user is None else user.getUserName()
