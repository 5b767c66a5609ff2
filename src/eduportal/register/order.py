"""Records in order, as many as are wanted and no more."""

from array import array
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from eduportal import search
from eduportal.search import records
from eduportal.search import rids
from itertools import islice
from pyroaring import BitMap

FEW = 1000
"""So many records are sorted for every page."""
SHORT_WALK = 100
"""Steps along an index; at each an object of its own may have to be loaded."""


@dataclass(frozen=True, slots=True)
class Order:
    """By the values of a field index, the greatest first; the same value by those of another."""

    index: str
    then: str


BY_DATE = Order("edu_issued_on", then="edu_number_order")
BY_NUMBER = Order("edu_number_order", then="edu_issued_on")


def page(catalog, tiers: tuple[BitMap, ...], order: Order, start: int, size: int) -> list[int]:
    """The catalogue's ids of one page of records that come in tiers, the best tier first."""
    chosen: list[int] = []
    for tier in tiers:
        if start >= len(tier):
            start -= len(tier)
            continue
        end = start + size - len(chosen)
        chosen += islice(in_order(catalog, tier, order, end), start, end)
        start = 0
        if len(chosen) == size:
            break
    return chosen


def in_order(catalog, found: BitMap, order: Order, wanted: int) -> Iterator[int]:
    """The ids of the records found; ``wanted`` says how many will be asked for.

    A few records are looked up and sorted; of many, the first ones are met on a short walk along
    the index; for what lies further the whole order is kept in memory. So a page of a large
    register costs about as much as one of a small register.
    """
    if len(found) <= FEW:
        first, second = _values(catalog, order.index), _values(catalog, order.then)
        return iter(_sorted(rids(found), first, second))
    if wanted * len(catalog._catalog.indexes[order.index]) / len(found) <= SHORT_WALK:
        return _walk(catalog, found, order)
    return _scan(catalog, found, order)


def _walk(catalog, found: BitMap, order: Order) -> Iterator[int]:
    """From the greatest value down, not far."""
    forward = catalog._catalog.indexes[order.index]._index
    second = _values(catalog, order.then)
    left, bound = found, None
    for _step in range(SHORT_WALK):
        # a view of the keys knows its last one without loading the others
        keys = forward.keys(None, bound, False, bound is not None)
        if not left or not keys:
            break
        bound = keys[-1]
        met = records(forward[bound]) & left
        if met:
            yield from _sorted(rids(met), second)
            left = left - met
    if left:
        yield from _scan(catalog, left, order)


def _scan(catalog, found: BitMap, order: Order) -> Iterator[int]:
    """Along all records in order; what has no value comes last."""
    first, second = _values(catalog, order.index), _values(catalog, order.then)

    def read() -> array:
        everything = catalog._catalog.indexes[order.index]._unindex
        return array("I", array("i", _sorted(everything, first, second)).tobytes())

    along = search.remembered(catalog, (order.index, order.then), "order", read)
    yield from (search.rid(record) for record in along if record in found)
    yield from _sorted(rids(found - search.docs_in(catalog, order.index)), second)


def _sorted(found: Iterable[int], *lookups: Callable[[int], object]) -> list[int]:
    """By the values looked up, the greatest first; what lacks one comes after what has it."""

    def key(rid: int) -> tuple:
        values = (look(rid) for look in lookups)
        return (*(() if value is None else (value,) for value in values), rid)

    return sorted(found, key=key, reverse=True)


def _values(catalog, index: str) -> Callable[[int], object]:
    return catalog._catalog.indexes[index]._unindex.get
