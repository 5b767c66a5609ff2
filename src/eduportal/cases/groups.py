"""Who works with cases: two groups into which an administrator puts people, and their roles."""

from plone import api

GROUPS = {
    "case-officers": ("Cán bộ xử lý hồ sơ", "Case Officer"),
    "cashiers": ("Thủ quỹ", "Cashier"),
}
WORKFLOW = "case"


def ensure_groups() -> None:
    """Make the groups that are missing; those that exist keep titles, members and roles."""
    for name, (title, role) in GROUPS.items():
        if api.group.get(groupname=name) is None:
            api.group.create(groupname=name, title=title, roles=[role])


def remove_office(portal) -> None:
    """Take the roles and the workflow away; groups and cases stay, they belong to the unit."""
    roles = [role for _title, role in GROUPS.values() if role in portal.valid_roles()]
    if roles:
        portal._delRoles(roles)
    tool = api.portal.get_tool("portal_workflow")
    if WORKFLOW in tool:
        tool.setChainForPortalTypes(["Case"], "(Default)")
        tool.manage_delObjects([WORKFLOW])
