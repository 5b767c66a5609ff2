"""Catalogue record ids as bitmaps.

ZCatalog numbers its records with signed 32-bit integers from a random one on, about half of them
negative; a roaring bitmap holds unsigned ones. The same 32 bits are read either way.
"""

from array import array
from collections.abc import Iterable
from pyroaring import BitMap
from pyroaring import FrozenBitMap

BITS = 0xFFFFFFFF
EMPTY = FrozenBitMap()


def records(rids: Iterable[int] | None) -> FrozenBitMap:
    """The records of a catalogue set (IISet, IITreeSet, list of rids)."""
    if not rids:
        return EMPTY
    return FrozenBitMap(array("I", array("i", rids).tobytes()))


def rids(found: BitMap) -> array:
    """The catalogue's own ids of these records."""
    return array("i", found.to_array().tobytes())


def rid(record: int) -> int:
    """The catalogue's own id of one record of a bitmap."""
    return record - BITS - 1 if record > BITS >> 1 else record
