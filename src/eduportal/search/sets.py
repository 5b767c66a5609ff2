"""The catalogue's index sets as bitmaps: who may see what, and which records have which value.

Counting a facet is then an intersection of two bitmaps; no object is loaded and no row is read.
"""

from AccessControl import getSecurityManager
from BTrees.IIBTree import multiunion
from collections.abc import Hashable
from DateTime import DateTime
from datetime import date
from eduportal.search.memory import remembered
from eduportal.search.records import EMPTY
from eduportal.search.records import records
from pyroaring import FrozenBitMap

FOREVER = 2**31
"""A minute that never comes."""


def visible(catalog, path: str = "") -> FrozenBitMap:
    """What this visitor may see now: the records of ``catalog.searchResults()``.

    ``path`` matters to those who may see what is to come or over in a part of the portal only.
    """
    user = getSecurityManager().getUser()
    allowed = FrozenBitMap.union(
        EMPTY,
        *(
            docs_with(catalog, "allowedRolesAndUsers", who)
            for who in catalog._listAllowedRolesAndUsers(user)
        ),
    )
    if catalog.allow_inactive({"path": path} if path else {}):
        return allowed
    return allowed & current(catalog)


def current(catalog) -> FrozenBitMap:
    """The records that are neither to come nor over; kept until the next of them comes or goes."""
    index = catalog._catalog.getIndex("effectiveRange")
    now = DateTime()
    minute = index._convertDateTime(now)

    def read() -> tuple[int, int, FrozenBitMap]:
        found, _sources = index._apply_index({"effectiveRange": now})
        return minute, _next_change(index, minute), records(found)

    def holds(kept: tuple[int, int, FrozenBitMap]) -> bool:
        return kept[0] <= minute < kept[1]

    return remembered(catalog, "effectiveRange", "current", read, holds)[2]


def docs_with(catalog, index: str, value: Hashable) -> FrozenBitMap:
    """The records that have this value in a field or keyword index."""
    forward = catalog._catalog.indexes[index]._index
    return remembered(catalog, index, ("with", value), lambda: records(forward.get(value)))


def values(catalog, index: str) -> dict[Hashable, FrozenBitMap]:
    """Every value of a field or keyword index, in the index's order, with its records."""
    forward = catalog._catalog.indexes[index]._index
    return remembered(
        catalog, index, "values", lambda: {key: records(found) for key, found in forward.items()}
    )


def docs_until(catalog, index: str, day: date) -> FrozenBitMap:
    """The records whose date in a field index is this day or an earlier one."""
    forward = catalog._catalog.indexes[index]._index
    return remembered(catalog, index, ("until", day), lambda: _union(forward.values(max=day)))


def docs_between(catalog, index: str, first: date, last: date) -> FrozenBitMap:
    """The records whose date in a field index is one of these days; not kept, as anyone may ask."""
    return _union(catalog._catalog.indexes[index]._index.values(first, last))


def docs_in(catalog, index: str) -> FrozenBitMap:
    """The records that have any value in a field index."""
    forward = catalog._catalog.indexes[index]._index
    return remembered(catalog, index, "all", lambda: _union(forward.values()))


def docs_below(catalog, path: str) -> FrozenBitMap:
    """The records at or below a path such as ``/unit/vi/van-ban``."""
    index = catalog._catalog.getIndex("path")
    return remembered(catalog, "path", path, lambda: records(index.search(path)))


def _union(sets) -> FrozenBitMap:
    # in one go, in C: hundreds of days are as quick as one large set
    return records(multiunion(list(sets)))


def _next_change(index, minute: int) -> int:
    """The first minute after ``minute`` in which a record of a date range index comes or goes."""
    coming = [
        tree.minKey(minute + 1)
        for tree in (index._since, index._since_only)
        if tree and tree.maxKey() > minute
    ]
    going = [
        tree.minKey(minute) + 1
        for tree in (index._until, index._until_only)
        if tree and tree.maxKey() >= minute
    ]
    return min([*coming, *going], default=FOREVER)
