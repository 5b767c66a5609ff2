"""Records in order, as many as are wanted and no more."""

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from eduportal.search import records
from eduportal.search import rids
from itertools import islice
from pyroaring import BitMap

STEP = 3
"""What a step along an index costs, measured against looking one record's value up."""


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

    Few records are looked up and sorted, many are met on a walk along the index: whichever is less
    work, so that a page of a large register costs about as much as one of a small register.
    """
    index = catalog._catalog.indexes[order.index]
    steps = min(len(index), wanted * len(index) / len(found)) if found else 0
    if len(found) <= STEP * steps:
        return iter(_sorted(found, _values(catalog, order.index), _values(catalog, order.then)))
    return _walk(catalog, found, order)


def _walk(catalog, found: BitMap, order: Order) -> Iterator[int]:
    """From the greatest value down; what has no value comes last."""
    forward = catalog._catalog.indexes[order.index]._index
    second = _values(catalog, order.then)
    left = found
    bound = None
    while left:
        # a view of the keys knows its last one without loading the others
        keys = forward.keys(None, bound, False, bound is not None)
        if not keys:
            break
        bound = keys[-1]
        met = records(forward[bound]) & found
        if met:
            yield from _sorted(met, second)
            left = left - met
    yield from _sorted(left, second)


def _sorted(found: BitMap, *lookups: Callable[[int], object]) -> list[int]:
    """By the values looked up, the greatest first; what lacks one comes after what has it."""

    def key(rid: int) -> tuple:
        values = (look(rid) for look in lookups)
        return (*(() if value is None else (value,) for value in values), rid)

    return sorted(rids(found), key=key, reverse=True)


def _values(catalog, index: str) -> Callable[[int], object]:
    return catalog._catalog.indexes[index]._unindex.get
