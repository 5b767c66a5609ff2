"""The sets of records behind the entries, small in the database and friendly to two writers.

Most entries belong to one record or a few: these are kept in the tree itself, as a number or a
tuple. The others are tree sets, in which two transactions can add at the same time.
"""

from BTrees.IIBTree import IITreeSet
from BTrees.OOBTree import OOBTree
from collections.abc import Iterable
from eduportal.search.records import records
from pyroaring import FrozenBitMap

LONGEST_TUPLE = 8

Posting = int | tuple[int, ...] | IITreeSet


def add(tree: OOBTree, key: str, rid: int) -> None:
    """Put a record into an entry's set."""
    posting = tree.get(key)
    if posting is None:
        tree[key] = rid
    elif isinstance(posting, IITreeSet):
        posting.insert(rid)
    else:
        several = {rid, *_rids(posting)}
        tree[key] = tuple(sorted(several)) if len(several) <= LONGEST_TUPLE else IITreeSet(several)


def remove(tree: OOBTree, key: str, rid: int) -> None:
    """Take a record out of an entry's set; the last one takes the entry along."""
    posting = tree.get(key)
    if posting is None:
        return
    if isinstance(posting, IITreeSet):
        if rid in posting:
            posting.remove(rid)
        if not posting:
            del tree[key]
        return
    left = tuple(one for one in _rids(posting) if one != rid)
    if not left:
        del tree[key]
    else:
        tree[key] = left[0] if len(left) == 1 else left


def union(postings: Iterable[Posting]) -> FrozenBitMap:
    """All records of some entries."""
    sets, single = [], []
    for posting in postings:
        if isinstance(posting, IITreeSet):
            sets.append(records(posting))
        else:
            single.extend(_rids(posting))
    if len(sets) == 1 and not single:
        return sets[0]
    return FrozenBitMap.union(records(single), *sets)


def _rids(posting: int | tuple[int, ...]) -> tuple[int, ...]:
    return (posting,) if isinstance(posting, int) else posting
