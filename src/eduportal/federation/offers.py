"""Short lists that a unit offers its members by reference, kept beside the snapshots.

A member reads its parent's list and nothing else of it: no catalogue, no content.
"""

from Acquisition import aq_base
from BTrees.OOBTree import OOBTree
from collections.abc import Sequence
from datetime import UTC
from datetime import datetime
from eduportal import caching
from eduportal.federation.members import address_of
from eduportal.federation.snapshots import snapshot_of
from eduportal.units import settings
from typing import Any

Entry = dict[str, Any]
"""Has ``path`` below the portal, ``since`` and ``until``: when it is public, in UTC or None."""


def share(portal, key: str, entries: Sequence[Entry]) -> None:
    """Replace what ``portal`` offers under a key; nothing is written in vain.

    A site that is no unit's portal, or no longer, offers nothing.
    """
    if settings.current_unit() is None:
        return
    offered = tuple(dict(entry) for entry in entries)
    kept = _kept(portal.aq_parent, key, create=bool(offered))
    if kept is None or kept.get(portal.getId(), ()) == offered:
        return
    if offered:
        kept[portal.getId()] = offered
        caching.seen_by_neighbours(portal)
    else:
        forget(portal, key)


def of_parent(portal, key: str) -> list[Entry]:
    """What the parent of this portal's unit offers now, each with its ``url``; nothing from a
    parent that is closed or elsewhere."""
    unit = settings.current_unit()
    parent = snapshot_of(portal.aq_parent, unit.parent) if unit is not None else None
    if parent is None or parent["closed"]:
        return []
    address = address_of(portal, parent)
    now = datetime.now(UTC)
    offered = (_kept(portal.aq_parent, key) or {}).get(parent["id"], ())
    public = [entry for entry in offered if _is_public(entry, now)]
    for moment in (entry[name] for entry in offered for name in ("since", "until")):
        if moment is not None and moment > now:
            caching.expires(portal.REQUEST, at=moment)
    return [entry | {"url": f"{address}/{entry['path']}"} for entry in public]


def forget(portal, key: str) -> None:
    """Take away what a portal offered."""
    kept = _kept(portal.aq_parent, key)
    if kept is not None and portal.getId() in kept:
        del kept[portal.getId()]
        caching.seen_by_neighbours(portal)


def _is_public(entry: Entry, now: datetime) -> bool:
    since, until = entry["since"], entry["until"]
    return (since is None or since <= now) and (until is None or now < until)


def _kept(app, key: str, create: bool = False) -> OOBTree | None:
    """An attribute of the Zope root, as the snapshots are."""
    root = aq_base(app)
    if create and not hasattr(root, key):
        setattr(root, key, OOBTree())
    return getattr(root, key, None)
