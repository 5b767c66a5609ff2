"""The order of what is in a section: everything has its place, except a register's records.

Plone keeps the ids of a folder's content in one list, which is written anew for every item that is
added: a register of n records costs n² in the database. Records are sorted by what they say (date,
number), so they are left out of the list and come after the rest.
"""

from Acquisition import aq_base
from collections.abc import Mapping
from eduportal.content_types.section.section import ISection
from plone.folder.default import DefaultOrdering
from zope.component import adapter
from zope.interface import Interface


def positions(folder) -> Mapping[str, int]:
    """The place of each id of a folder that has one, all at once."""
    ordering = folder.getOrdering()
    if isinstance(ordering, DefaultOrdering):
        return ordering._pos()
    return {name: place for place, name in enumerate(ordering.idsInOrder())}


class IRecord(Interface):
    """Marks content of a register: many, and without a place among its neighbours."""


@adapter(ISection)
class SectionOrdering(DefaultOrdering):
    """Plone's own order for subsections, pages and files; no order for records."""

    def notifyAdded(self, obj_id: str) -> None:
        if not IRecord.providedBy(aq_base(self.context)._getOb(obj_id)):
            super().notifyAdded(obj_id)

    def notifyRemoved(self, obj_id: str) -> None:
        if obj_id in self._pos():
            super().notifyRemoved(obj_id)

    def idsInOrder(self) -> list[str]:
        placed, folder = self._pos(), aq_base(self.context)
        order = super().idsInOrder()
        if len(order) == len(folder):
            return order
        return order + [name for name in folder.objectIds(ordered=False) if name not in placed]

    def getObjectPosition(self, obj_id: str) -> int:
        """Records are all in the one place behind the last."""
        if obj_id not in self._pos() and self.context.hasObject(obj_id):
            return len(self._order())
        return super().getObjectPosition(obj_id)

    def moveObjectsByDelta(self, ids, delta, subset_ids=None, suppress_events=False) -> int:
        """The contents view sends the ids of everything it shows, records among them."""
        placed = self._pos()
        ids = [ids] if isinstance(ids, str) else ids
        return super().moveObjectsByDelta(
            [name for name in ids if name in placed],
            delta,
            [name for name in subset_ids if name in placed] if subset_ids is not None else None,
            suppress_events,
        )

    def forget_records(self) -> int:
        """Take the records of earlier versions out of the list; answers how many there were."""
        folder, order, pos = aq_base(self.context), self._order(), self._pos()
        kept = [name for name in order if not IRecord.providedBy(folder._getOb(name))]
        gone = len(order) - len(kept)
        if gone:
            order[:] = kept
            pos.clear()
            pos.update({name: place for place, name in enumerate(kept)})
        return gone
