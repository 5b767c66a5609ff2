"""The four groups of a portal's editorial board (TT 53/2012/TT-BGDĐT, Điều 16)."""

from plone import api
from typing import NamedTuple


class Group(NamedTuple):
    """A group as it is first made; its title and roles belong to the administrator afterwards."""

    title: str
    roles: tuple[str, ...]


# A chief editor writes and edits too; an administrator's role already publishes and edits, and
# adding Reviewer would put the editors' notifications into the system administrator's mailbox.
GROUPS = {
    "contributors": Group("Cộng tác viên", ("Contributor",)),
    "editors": Group("Biên tập viên", ("Contributor", "Editor")),
    "chief-editors": Group("Trưởng ban biên tập", ("Contributor", "Editor", "Reviewer")),
    "administrators": Group("Quản trị viên hệ thống", ("Site Administrator",)),
}

# Plone's own groups: "Administrators" holds Manager, which nobody inside a portal may hold while
# portals share one host; the other two would stand beside ours under nearly the same names.
STOCK = ("Administrators", "Reviewers", "Site Administrators")


def ensure_groups(portal) -> list[str]:
    """Make the groups that are missing and return their ids; those that exist are left alone."""
    tool = api.portal.get_tool("portal_groups")
    missing = [name for name in GROUPS if tool.getGroupById(name) is None]
    if len(missing) == len(GROUPS):
        _remove_unused(tool)
    for name in missing:
        tool.addGroup(name, roles=list(GROUPS[name].roles), title=GROUPS[name].title)
    return missing


def _remove_unused(tool) -> None:
    for name in STOCK:
        group = tool.getGroupById(name)
        if group is not None and not group.getGroupMemberIds():
            tool.removeGroup(name)
