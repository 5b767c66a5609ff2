"""Mailing lists that a unit keeps itself: one address per group, in the portal's registry."""

from plone import api

PREFIX = "eduportal.circulation"


def list_address(group_id: str) -> str:
    """The address of a group's list, "" without one."""
    name = f"{PREFIX}.list_{group_id.replace('-', '_')}"
    return (api.portal.get_registry_record(name, default="") or "").strip()
