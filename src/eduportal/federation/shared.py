"""Documents that a unit offers its members by reference: a short list beside its snapshot.

A member reads this list and nothing else of its parent: no catalogue, no content. Only what is
public gets into it, and whoever keeps it takes away at once what no longer is.
"""

from Acquisition import aq_base
from BTrees.OOBTree import OOBTree
from collections.abc import Sequence
from datetime import UTC
from datetime import datetime
from eduportal.federation.members import address_of
from eduportal.federation.snapshots import snapshot_of
from eduportal.units import settings
from typing import Any

KEY = "_eduportal_shared_documents"
MOST = 20


def share_documents(portal, documents: Sequence[dict[str, Any]]) -> None:
    """Replace what ``portal`` offers; the first twenty are kept, nothing is written in vain.

    A site that is no unit's portal, or no longer, offers nothing.
    Each is ``{"number", "title", "title_en", "issued_on", "path", "since", "until"}``: a date or
    None, the path below the portal, and the time it is public in as datetimes in UTC or None.
    """
    if settings.current_unit() is None:
        return
    offered = tuple(dict(document) for document in documents[:MOST])
    kept = _kept(portal.aq_parent, create=bool(offered))
    if kept is None or kept.get(portal.getId(), ()) == offered:
        return
    if offered:
        kept[portal.getId()] = offered
    else:
        forget_documents(portal)


def parents_documents(portal, most: int) -> list[dict[str, Any]]:
    """What the parent of this portal's unit offers now, each with its ``url``; nothing from a
    parent that is closed or elsewhere."""
    unit = settings.current_unit()
    parent = snapshot_of(portal.aq_parent, unit.parent) if unit is not None else None
    if parent is None or parent["closed"]:
        return []
    address = address_of(portal, parent)
    now = datetime.now(UTC)
    offered = (_kept(portal.aq_parent) or {}).get(parent["id"], ())
    public = [document for document in offered if _is_public(document, now)]
    return [document | {"url": f"{address}/{document['path']}"} for document in public[:most]]


def forget_documents(portal) -> None:
    """Take away what a portal offered."""
    kept = _kept(portal.aq_parent)
    if kept is not None and portal.getId() in kept:
        del kept[portal.getId()]


def deleted(site, event) -> None:
    """A portal was deleted: so is what it offered."""
    forget_documents(site)


def _is_public(document: dict[str, Any], now: datetime) -> bool:
    since, until = document["since"], document["until"]
    return (since is None or since <= now) and (until is None or now < until)


def _kept(app, create: bool = False) -> OOBTree | None:
    """An attribute of the Zope root, as the snapshots are."""
    root = aq_base(app)
    if create and not hasattr(root, KEY):
        setattr(root, KEY, OOBTree())
    return getattr(root, KEY, None)
