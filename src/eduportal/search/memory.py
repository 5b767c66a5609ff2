"""Index sets kept in this process's memory for the states of the catalogue they were read from.

A state is named by the transactions that last changed an index, as this connection sees it: two
connections that see different states never share a set, and a state that was never committed has
no name, so that what is read from it is not kept.
"""

from array import array
from collections import OrderedDict
from collections.abc import Callable
from collections.abc import Hashable
from Products.CMFCore.indexing import processQueue
from pyroaring import AbstractBitMap
from threading import Lock

BYTES = 64 * 1024 * 1024
"""How much one process keeps; a portal of 100,000 records takes about 8 MB of it."""

COUNTED = ("FieldIndex", "KeywordIndex", "DateRangeIndex", "VietnameseTextIndex")
"""Indexes whose own counter moves with every change. (A field index lets one pass: a value that
becomes ``None``. Our indexers have no value instead, which is counted.)"""


class Memory:
    """What was least recently used is forgotten first; safe for threads."""

    def __init__(self, limit: int = BYTES) -> None:
        self.limit = limit
        self.size = 0
        self._kept: OrderedDict[Hashable, tuple[object, int]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> object | None:
        with self._lock:
            found = self._kept.get(key)
            if found is None:
                return None
            self._kept.move_to_end(key)
            return found[0]

    def keep(self, key: Hashable, value: object) -> None:
        weight = _weight(value)
        with self._lock:
            self.size -= self._kept.pop(key, (None, 0))[1]
            self._kept[key] = (value, weight)
            self.size += weight
            while self.size > self.limit:
                self.size -= self._kept.popitem(last=False)[1][1]

    def __len__(self) -> int:
        return len(self._kept)


MEMORY = Memory()


def state(catalog, index) -> Hashable | None:
    """The name of the committed state of an index; None where this connection has changed it.

    A change shows in the index's counter (or in the catalogue's, which every change of a record
    moves), a cleared index in the index itself, a new one in the table of all. After a savepoint
    an object looks unchanged and bears its old transaction: hence the look at the savepoint.
    """
    # what waits to be indexed in this transaction belongs to the answer, as in every search
    processQueue()
    counter = getattr(index, "_counter", None) if index.meta_type in COUNTED else None
    parts = (catalog._counter if counter is None else counter, catalog._catalog, index)
    for part in parts:
        jar = None if part is None else part._p_jar
        if jar is None or part._p_changed or jar._savepoint_storage is not None:
            return None
        # only a loaded object knows its transaction
        part._p_activate()
    serials = tuple(part._p_serial for part in parts)
    return (index._p_jar.db().database_name, catalog.getPhysicalPath(), index.id, serials)


def remembered(
    catalog,
    names: str | tuple[str, ...],
    part: Hashable,
    read: Callable[[], object],
    holds: Callable[[object], bool] = lambda kept: True,
) -> object:
    """``read()`` of an index or several, or what it gave in the same state, if that ``holds``."""
    names = (names,) if isinstance(names, str) else names
    states = tuple(state(catalog, catalog._catalog.indexes[name]) for name in names)
    if None in states:
        return read()
    kept = MEMORY.get((states, part))
    if kept is not None and holds(kept):
        return kept
    found = read()
    MEMORY.keep((states, part), found)
    return found


def _weight(value: object) -> int:
    """About how many bytes a kept value takes."""
    if isinstance(value, AbstractBitMap):
        facts = value.get_statistics()
        return 200 + sum(size for name, size in facts.items() if name.startswith("n_bytes"))
    if isinstance(value, array):
        return 100 + value.itemsize * len(value)
    if isinstance(value, dict):
        return 200 + sum(100 + _weight(one) for one in value.values())
    if isinstance(value, tuple | frozenset):
        return 100 + sum(_weight(one) for one in value)
    return 100
