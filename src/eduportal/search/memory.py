"""Index sets kept in this process's memory for the states of the catalogue they were read from.

A state is named by the transactions that last changed the catalogue, as this connection sees them:
two connections that see different states never share a set, and a state that was never committed
has no name, so that what is read from it is not kept.
"""

from collections import OrderedDict
from collections.abc import Callable
from collections.abc import Hashable
from Products.CMFCore.indexing import processQueue
from pyroaring import AbstractBitMap
from threading import Lock

BYTES = 64 * 1024 * 1024
"""How much one process keeps; a portal of 100,000 records takes about 5 MB of it."""


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
    """The name of the committed state this connection sees; None where it sees changes of its own.

    Every change of a record moves the catalogue's counter; a cleared index or a new one shows in
    the table or in the index itself. After a savepoint an object looks unchanged and bears its old
    transaction: hence the look at the savepoint's own storage.
    """
    # what waits to be indexed in this transaction belongs to the answer, as in every search
    processQueue()
    counter = catalog._counter
    if counter is None:
        return None
    parts = (counter, catalog._catalog, index)
    for part in parts:
        jar = part._p_jar
        if jar is None or part._p_changed or jar._savepoint_storage is not None:
            return None
        # only a loaded object knows its transaction
        part._p_activate()
    serials = tuple(part._p_serial for part in parts)
    return (counter._p_jar.db().database_name, catalog.getPhysicalPath(), serials)


def remembered(
    catalog,
    name: str,
    part: Hashable,
    read: Callable[[], object],
    holds: Callable[[object], bool] = lambda kept: True,
) -> object:
    """``read()`` of an index, or what it gave in the same state before, if that still ``holds``."""
    seen = state(catalog, catalog._catalog.indexes[name])
    if seen is None:
        return read()
    key = (seen, name, part)
    kept = MEMORY.get(key)
    if kept is not None and holds(kept):
        return kept
    found = read()
    MEMORY.keep(key, found)
    return found


def _weight(value: object) -> int:
    """About how many bytes a kept value takes."""
    if isinstance(value, AbstractBitMap):
        facts = value.get_statistics()
        return 200 + sum(size for name, size in facts.items() if name.startswith("n_bytes"))
    if isinstance(value, dict):
        return 200 + sum(100 + _weight(one) for one in value.values())
    if isinstance(value, tuple):
        return 100 + sum(_weight(one) for one in value)
    return 100
