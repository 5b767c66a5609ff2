"""Records of one rank by their date: of an official document its issue, of all else publication."""

from collections.abc import Iterator
from datetime import date
from eduportal.search.records import rids
from eduportal.search.sets import docs_with
from eduportal.search.sets import values
from heapq import merge
from heapq import nlargest
from itertools import islice
from operator import itemgetter
from pyroaring import FrozenBitMap

ISSUED = "edu_issued_on"
PUBLISHED = "effective"
DOCUMENT = "OfficialDocument"
UNDATED = 0
MINUTES = 60 * 24
"""Of a day, in which a date index counts."""


def page(catalog, tiers: tuple[FrozenBitMap, ...], start: int, size: int) -> list[int]:
    """The catalogue's ids of one page of records that come in tiers, the newest of a tier first."""
    chosen: list[int] = []
    for tier in tiers:
        if start >= len(tier):
            start -= len(tier)
            continue
        end = start + size - len(chosen)
        chosen += islice(newest(catalog, tier, end), start, end)
        start = 0
        if len(chosen) >= size:
            break
    return chosen


def newest(catalog, found: FrozenBitMap, wanted: int) -> Iterator[int]:
    """The first ``wanted`` of the records found.

    Documents are many and their days few: these are met day by day from the newest, so that a
    large result costs no more than a small one. The rest is looked up record by record.
    """
    documents = docs_with(catalog, "portal_type", DOCUMENT) & found
    published = catalog._catalog.indexes[PUBLISHED]._unindex.get

    def day_of(rid: int) -> int:
        return (published(rid) or 0) // MINUTES

    others = nlargest(wanted, rids(found - documents), key=day_of)
    dated = ((day_of(rid), rid) for rid in others)
    both = merge(
        _by_day(values(catalog, ISSUED), documents), dated, key=itemgetter(0), reverse=True
    )
    return islice((rid for _day_number, rid in both), wanted)


def _by_day(days: dict[date, FrozenBitMap], found: FrozenBitMap) -> Iterator[tuple[int, int]]:
    left = found
    for day in reversed(days):
        if not left:
            return
        met = days[day] & left
        left -= met
        yield from ((_number(day), rid) for rid in rids(met))
    yield from ((UNDATED, rid) for rid in rids(left))


def _number(day: date) -> int:
    """The day as a date index counts it: months of 31 days."""
    return (day.year * 12 + day.month) * 31 + day.day
