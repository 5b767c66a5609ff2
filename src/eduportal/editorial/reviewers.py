"""Who approves on this portal today."""

from eduportal.editorial.deputies import deputies_today
from plone import api

ROLE = "Reviewer"


def reviewers() -> list[str]:
    """Member ids, sorted: Reviewer by a group or by name, or as a deputy of today."""
    return sorted({*chiefs(), *deputies_today()})


def chiefs() -> list[str]:
    """Member ids of those who approve in their own right, sorted."""
    roles = api.portal.get_tool("acl_users").portal_role_manager
    found: set[str] = set()
    for principal, _title in roles.listAssignedPrincipals(ROLE):
        found |= _members(principal, set())
    return sorted(found)


def _members(principal: str, seen: set[str]) -> set[str]:
    """The people behind a principal; a group may hold groups."""
    group = api.portal.get_tool("portal_groups").getGroupById(principal)
    if group is None:
        return {principal} if api.user.get(userid=principal) is not None else set()
    if principal in seen:
        return set()
    seen.add(principal)
    return {person for member in group.getGroupMemberIds() for person in _members(member, seen)}
