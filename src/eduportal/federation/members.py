"""The member units of a portal, by kind, with links, contacts and latest update."""

from eduportal.federation.snapshots import snapshots
from eduportal.mandate import kinds
from eduportal.units import settings
from typing import Any


def members(portal, language: str = "vi") -> list[dict[str, Any]]:
    """Open units whose parent is this portal's unit, grouped by kind in the mandate's order.

    Each group is ``{"kind", "kind_title", "units": [{"id", "name", "url", "address", "phone",
    "email", "updated"}]}``; ``updated`` is a datetime in UTC, or None before anything was
    published.
    """
    unit = settings.current_unit()
    if unit is None:
        return []
    found = [
        snapshot
        for snapshot in snapshots(portal.aq_parent).values()
        if snapshot["parent"] == unit.id and not snapshot["closed"]
    ]
    groups = []
    for kind in kinds().values():
        of_kind = sorted((s for s in found if s["tier"] == kind.code), key=lambda s: s["name"])
        if of_kind:
            groups.append(
                {
                    "kind": kind.code,
                    "kind_title": getattr(kind, f"title_{language}"),
                    "units": [_shown(portal, snapshot, language) for snapshot in of_kind],
                }
            )
    return groups


def address_of(portal, snapshot: dict[str, Any]) -> str:
    """A neighbour's address, seen from a page of ``portal``.

    Where this portal is served at a host of its own, a path below it would lead nowhere: the
    neighbour's domain is its address.
    """
    request = portal.REQUEST
    own_host = len(request.get("VirtualRootPhysicalPath", ("",))) > 1
    if own_host and snapshot["domain"]:
        return f"https://{snapshot['domain']}"
    return f"{portal.aq_parent.absolute_url()}/{snapshot['id']}"


def _shown(portal, snapshot: dict[str, Any], language: str) -> dict[str, Any]:
    name = snapshot["name_en"] if language == "en" else snapshot["name"]
    shown = {key: snapshot[key] for key in ("id", "address", "phone", "email", "updated")}
    return shown | {"name": name or snapshot["name"], "url": address_of(portal, snapshot)}
