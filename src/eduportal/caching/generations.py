"""Two counters at each portal that say: from here on, pages made before are out of date.

They are counters that merge (``BTrees.Length``), so two people who save at once never meet in a
conflict; what counts is the serial that the database gives them, not their value.
"""

from Acquisition import aq_base
from BTrees.Length import Length
from collections.abc import Iterable
from persistent.mapping import PersistentMapping
from plone.base.interfaces import IPloneSiteRoot
from plone.registry.interfaces import IRecordEvent
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component.hooks import getSite

KEY = "eduportal.caching"
PAGES = "pages"
"""Moved when anything changes that visitors of the portal see and the catalogue does not know."""
SEEN = "seen"
"""Moved when what neighbours show of the portal changes: its name, its offered documents."""


def ensure(portal) -> None:
    """Give a portal its counters; without them none of its pages is kept."""
    annotations = IAnnotations(portal)
    if KEY not in annotations:
        annotations[KEY] = PersistentMapping({PAGES: Length(), SEEN: Length()})


def remove(portal) -> None:
    """Take the counters away again."""
    IAnnotations(portal).pop(KEY, None)


def counter(portal, name: str) -> Length | None:
    """One of the two counters of a portal, ``PAGES`` or ``SEEN``."""
    kept = IAnnotations(portal).get(KEY)
    return kept[name] if kept is not None else None


def touch(portal=None) -> None:
    """All kept pages of ``portal`` (the portal at hand) are out of date once this is committed.

    For what visitors see and neither the catalogue nor the registry knows of, such as annotations.
    """
    portal = portal if portal is not None else getSite()
    if IPloneSiteRoot.providedBy(portal):
        _move(counter(portal, PAGES))


def seen_by_neighbours(portal, *parents: str) -> None:
    """What neighbours show of ``portal`` changed: pages of its members and its parents are stale.

    ``parents`` are the ids of the units that list it, the earlier one too if it has moved.
    """
    _move(counter(portal, SEEN))
    for parent in _neighbours(portal, parents):
        _move(counter(parent, PAGES))


@adapter(IRecordEvent)
def registry_changed(event) -> None:
    """A setting of the portal at hand: any of them may show on any page."""
    touch()


def _neighbours(portal, ids: Iterable[str]) -> list:
    around = aq_base(portal.aq_parent)
    found = [getattr(around, one, None) for one in sorted(set(ids)) if one]
    return [one for one in found if IPloneSiteRoot.providedBy(one)]


def _move(length: Length | None) -> None:
    # once in a transaction is enough, and an import of settings changes hundreds of records
    if length is not None and not length._p_changed:
        length.change(1)
