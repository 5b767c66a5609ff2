"""One small snapshot per unit, kept at the instance's root and rewritten only when it changes.

Reading 500 neighbours' registries or catalogues inside a request would load 500 sites, and type
information cached on the request would mix them up.
"""

from Acquisition import aq_base
from BTrees.OOBTree import OOBTree
from datetime import UTC
from datetime import datetime
from eduportal import caching
from eduportal.units import closing
from eduportal.units import settings
from persistent.mapping import PersistentMapping
from plone import api

KEY = "_eduportal_snapshots"
FIELDS = ("id", "name", "name_en", "tier", "parent", "domain", "address", "phone", "email")


def snapshots(app) -> dict[str, dict]:
    """Snapshots of all units of the instance, by id."""
    kept = _kept(app) or {}
    return {unit_id: dict(snapshot) for unit_id, snapshot in kept.items()}


def snapshot_of(app, unit_id: str) -> dict | None:
    """One unit's snapshot, without a look at the others; None for an unknown id."""
    kept = (_kept(app) or {}).get(unit_id)
    return dict(kept) if kept is not None else None


def refresh(portal, updated: datetime | None = None) -> None:
    """Bring the snapshot of the portal at hand up to date; writes nothing where nothing changed.

    ``updated`` is the time of the latest publication, kept when not given.
    """
    unit = settings.current_unit()
    if unit is None:
        return
    kept = _kept(portal.aq_parent, create=True)
    before = kept.get(unit.id) or PersistentMapping()
    now = {name: getattr(unit, name) for name in FIELDS}
    now["closed"] = closing.successor() is not None
    now["updated"] = updated or before.get("updated")
    if dict(before) == now:
        return
    caching.seen_by_neighbours(portal, unit.parent, before.get("parent") or "")
    before.update(now)
    kept[unit.id] = before


def published(obj, event) -> None:
    """Something became public: the portal's latest update is now."""
    if event.new_state.getId() == "published":
        refresh(api.portal.get(), datetime.now(UTC).replace(microsecond=0))


def settings_changed(event) -> None:
    """A unit's name, contact or fate was edited."""
    if event.record.__name__.startswith(f"{settings.PREFIX}."):
        refresh(api.portal.get())


def deleted(site, event) -> None:
    """A portal was deleted: its snapshot goes with it."""
    forget(site)


def forget(site) -> None:
    """Take the snapshot of a portal away."""
    kept = _kept(site.aq_parent)
    if kept is not None and site.getId() in kept:
        caching.seen_by_neighbours(site, kept[site.getId()]["parent"] or "")
        del kept[site.getId()]


def _kept(app, create: bool = False) -> OOBTree | None:
    """The instance's snapshots; an attribute of the Zope root, which takes no annotations."""
    root = aq_base(app)
    if create and not hasattr(root, KEY):
        setattr(root, KEY, OOBTree())
    return getattr(root, KEY, None)
