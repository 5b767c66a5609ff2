"""Everything a profile may change in a site, as plain values that can be compared."""

from plone import api
from plone.app.viewletmanager.interfaces import IViewletSettingsStorage
from plone.browserlayer.utils import registered_layers
from plone.registry.interfaces import IRegistry
from typing import Any
from zope.component import getUtility


def state(site) -> dict[str, dict[str, Any]]:
    """What is set, by the name of the place it is set in and by its own name there."""
    tool = api.portal.get_tool
    viewlets = getUtility(IViewletSettingsStorage)
    catalog = tool("portal_catalog")
    workflow = tool("portal_workflow")
    return {
        "records": {key: r.value for key, r in getUtility(IRegistry).records.items()},
        "permissions": {name: _roles(site, name) for name in site.possible_permissions()},
        "roles": dict.fromkeys(site.valid_roles()),
        "types": {
            f"{fti.getId()}.{name}": value
            for fti in tool("portal_types").objectValues()
            for name, value in fti.propertyItems()
        },
        "indexes": dict.fromkeys(catalog.indexes()),
        "columns": dict.fromkeys(catalog.schema()),
        "layers": {layer.__identifier__: None for layer in registered_layers()},
        "panels": {one.getId(): one.visible for one in tool("portal_controlpanel").listActions()},
        "actions": {"/".join(a.getPhysicalPath()[3:]): a.visible for a in _actions(tool)},
        "workflows": dict.fromkeys(workflow.objectIds()),
        "chains": dict(workflow.listChainOverrides()) | {"": workflow.getDefaultChain()},
        "viewlets": {
            f"{kind}.{skin}.{manager}": names
            for kind in ("_order", "_hidden")
            for skin, managers in getattr(viewlets, kind).items()
            for manager, names in managers.items()
            if names
        },
        "members": dict(tool("portal_memberdata").propertyItems()),
        "groups": {
            group.getId(): (group.getProperty("title"), sorted(group.getRoles()))
            for group in tool("portal_groups").listGroups()
        },
        "mail": {"class": type(site.MailHost.aq_base).__name__},
        "cookies": {name: site.acl_users[name].cookie_name for name in COOKIES},
        "profiles": {
            name: version
            for name in ("eduportal:default", "eduportal:uninstall")
            if (version := tool("portal_setup").getLastVersionForProfile(name)) != "unknown"
        },
    }


COOKIES = ("session", "credentials_cookie_auth")


def difference(before: dict, after: dict) -> dict[str, dict[str, tuple]]:
    """What differs, by place and name, as ``(before, after)``; ``None`` where it is not there."""
    found = {}
    for place in before:
        names = before[place].keys() | after[place].keys()
        pairs = {name: (before[place].get(name), after[place].get(name)) for name in names}
        changed = {
            name: pair
            for name, pair in pairs.items()
            if pair[0] != pair[1] or (name in before[place]) != (name in after[place])
        }
        if changed:
            found[place] = changed
    return found


def content(site) -> dict[str, tuple]:
    """Every object in the catalogue: path, with type, title, state and who may see it."""
    catalog = api.portal.get_tool("portal_catalog")
    return {
        brain.getPath(): (
            brain.portal_type,
            brain.Title,
            brain.review_state,
            tuple(sorted(catalog.getIndexDataForRID(brain.getRID())["allowedRolesAndUsers"])),
        )
        for brain in catalog.unrestrictedSearchResults(path="/".join(site.getPhysicalPath()))
    }


def _roles(site, permission: str) -> tuple[bool, list[str]]:
    chosen = [role["name"] for role in site.rolesOfPermission(permission) if role["selected"]]
    return bool(site.acquiredRolesAreUsedBy(permission)), chosen


def _actions(tool):
    for category in tool("portal_actions").objectValues():
        yield from category.objectValues()
