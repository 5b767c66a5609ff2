"""The catalogue's index sets as bitmaps: who may see what, and which records have which value.

Counting a facet is then an intersection of two bitmaps; no object is loaded and no row is read.
Where an index has many values it is read record by record: a value's set is an object of its own
in the database, while sixty records share one.
"""

from AccessControl import getSecurityManager
from array import array
from bisect import bisect_left
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable
from DateTime import DateTime
from datetime import date
from eduportal.search.memory import remembered
from eduportal.search.records import EMPTY
from eduportal.search.records import records
from pyroaring import FrozenBitMap

FOREVER = 2**31
"""A minute that never comes."""

SHARED = 60
"""Records of one object in the database, about."""


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
    index = catalog._catalog.indexes["effectiveRange"]
    minute = index._convertDateTime(DateTime())

    def read() -> tuple[int, int, FrozenBitMap]:
        found, change = [], FOREVER
        for rid, (since, until) in index._unindex.items():
            if since is not None and since > minute:
                change = min(change, since)
            elif until is None or until >= minute:
                found.append(rid)
                if until is not None:
                    change = min(change, until + 1)
        return minute, change, records(found)

    def holds(kept: tuple[int, int, FrozenBitMap]) -> bool:
        return kept[0] <= minute < kept[1]

    return remembered(catalog, "effectiveRange", "current", read, holds)[2]


def docs_with(catalog, index: str, value: Hashable) -> FrozenBitMap:
    """The records that have this value in a field or keyword index."""
    forward = catalog._catalog.indexes[index]._index
    return remembered(catalog, index, ("with", value), lambda: records(forward.get(value)))


def values(catalog, index: str) -> dict[Hashable, FrozenBitMap]:
    """Every value of a field or keyword index, in the index's order, with its records."""
    return remembered(catalog, index, "values", lambda: _values(catalog._catalog.indexes[index]))


def docs_until(catalog, index: str, day: date) -> FrozenBitMap:
    """The records whose date in a field index is this day or an earlier one."""

    def read() -> FrozenBitMap:
        days, found = _days(catalog, index)
        return FrozenBitMap(found[: bisect_right(days, day.toordinal())])

    return remembered(catalog, index, ("until", day), read)


def docs_between(catalog, index: str, first: date, last: date) -> FrozenBitMap:
    """The records whose date in a field index is one of these days; not kept, as anyone may ask."""
    days, found = _days(catalog, index)
    start, end = bisect_left(days, first.toordinal()), bisect_right(days, last.toordinal())
    # days lie anywhere among the ids: a set made of runs would be slow to count in
    return FrozenBitMap(found[start:end], optimize=False)


def docs_in(catalog, index: str) -> FrozenBitMap:
    """The records that have any value in a field or keyword index."""
    backward = catalog._catalog.indexes[index]._unindex
    return remembered(catalog, index, "all", lambda: records(list(backward)))


def docs_below(catalog, path: str) -> FrozenBitMap:
    """The records at or below a path such as ``/unit/vi/van-ban``."""
    index = catalog._catalog.getIndex("path")
    return remembered(catalog, "path", path, lambda: records(index.search(path)))


def _values(index) -> dict[Hashable, FrozenBitMap]:
    if len(index._index) * SHARED < index.numObjects():
        return {value: records(found) for value, found in index._index.items()}
    found = defaultdict(list)
    several = index.meta_type == "KeywordIndex"
    for rid, value in index._unindex.items():
        for one in value if several else (value,):
            found[one].append(rid)
    return {value: records(found[value]) for value in sorted(found)}


def _days(catalog, index: str) -> tuple[array, array]:
    """The days (as ordinals) of a field index of dates, in order, and beside each its record."""

    def read() -> tuple[array, array]:
        backward = catalog._catalog.indexes[index]._unindex
        pairs = sorted((day.toordinal(), rid) for rid, day in backward.items())
        rids = array("i", (rid for _day, rid in pairs))
        return array("i", (day for day, _rid in pairs)), array("I", rids.tobytes())

    return remembered(catalog, index, "days", read)
