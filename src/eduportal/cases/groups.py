"""The two groups of who works with cases; an administrator puts people into them."""

from plone import api

GROUPS = {
    "case-officers": ("Cán bộ xử lý hồ sơ", "Case Officer"),
    "cashiers": ("Thủ quỹ", "Cashier"),
}


def ensure_groups() -> None:
    """Make the groups that are missing; those that exist keep titles, members and roles."""
    for name, (title, role) in GROUPS.items():
        if api.group.get(groupname=name) is None:
            api.group.create(groupname=name, title=title, roles=[role])
