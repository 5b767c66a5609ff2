"""The sections of a portal, each with its owner and its terms: decided, inherited or by default.

What people decided for a section holds for those below it. A default of the mandate belongs to its
section alone: that news come once a week says nothing of each subject's own page.
"""

from dataclasses import dataclass
from datetime import datetime
from eduportal import mandate
from eduportal.duties import store
from eduportal.duties.dates import local
from plone import api

LANGUAGE = "vi"
"""English sections follow: registers exist once, and news are translated after they are written."""


@dataclass(frozen=True, slots=True)
class Place:
    """A section as the catalogue knows it; ``section_id`` is empty for a unit's own one."""

    uid: str
    section_id: str
    title: str
    path: str
    url: str
    depth: int
    created: datetime


@dataclass(frozen=True, slots=True)
class Duty:
    """What holds of a section. Days of 0: no term. ``inherited`` and ``default`` say what would
    hold if nothing had been ``decided`` for the section itself."""

    place: Place
    decided: store.Decided
    inherited: store.Decided
    default: mandate.Deadline | None

    @property
    def owner(self) -> str:
        return self.decided.owner or self.inherited.owner or ""

    @property
    def update_days(self) -> int:
        return self._days("update_days")

    @property
    def supply_days(self) -> int:
        return self._days("supply_days")

    def otherwise(self, name: str) -> int:
        """The days that hold where the section itself has none decided."""
        if self.default is not None and getattr(self.default, name):
            return getattr(self.default, name)
        return getattr(self.inherited, name) or 0

    def _days(self, name: str) -> int:
        own = getattr(self.decided, name)
        return self.otherwise(name) if own is None else own


def duties(portal) -> list[Duty]:
    """Every Vietnamese section in the order of the menu, those below a section after it."""
    decided = store.decided(portal)
    defaults = mandate.catalogue().deadlines()
    holding: dict[str, store.Decided] = {}
    found = []
    for place in _places(portal):
        above = holding.get(place.path.rpartition("/")[0], store.NOTHING)
        own = decided.get(place.uid, store.NOTHING)
        holding[place.path] = store.Decided(
            own.owner or above.owner,
            above.update_days if own.update_days is None else own.update_days,
            above.supply_days if own.supply_days is None else own.supply_days,
        )
        found.append(Duty(place, own, above, defaults.get(place.section_id)))
    return found


def _places(portal) -> list[Place]:
    root = f"{'/'.join(portal.getPhysicalPath())}/{LANGUAGE}"
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="Section", path=root, sort_on="getObjPositionInParent"
    )
    below: dict[str, list] = {}
    for brain in brains:
        below.setdefault(brain.getPath().rpartition("/")[0], []).append(brain)
    return list(_in_order(below, root, 0))


def _in_order(below: dict[str, list], path: str, depth: int):
    for brain in below.get(path, ()):
        yield Place(
            brain.UID,
            brain.edu_section or "",
            brain.Title,
            brain.getPath(),
            brain.getURL(),
            depth,
            local(brain.created),
        )
        yield from _in_order(below, brain.getPath(), depth + 1)
