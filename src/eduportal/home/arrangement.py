"""Which blocks stand where: a list of placements, kept as JSON."""

from collections.abc import Iterable
from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from typing import Any
import json
import re

COLUMNS = ("top", "left", "middle", "right", "bottom")
"""As the editor sees them; "top" and "bottom" are the wide rows around the three columns."""

WIDE = ("top", "bottom")
KEY = re.compile(r"[a-z][a-z0-9-]{0,60}")
MOST = 60
"""No home page has more blocks; a list that somebody forged stays short."""


@dataclass(frozen=True)
class Placement:
    """A block in a column. ``key`` is unique in its arrangement and becomes the element's id."""

    key: str
    block: str
    column: str
    hidden: bool = False
    settings: dict[str, Any] = field(default_factory=dict)


Arrangement = tuple[Placement, ...]


def fits(column: str, where: Iterable[str]) -> bool:
    """Whether a block that names its columns so may stand in this one."""
    return ("wide" if column in WIDE else column) in where


def as_json(arrangement: Arrangement) -> str:
    return json.dumps([asdict(one) for one in arrangement], ensure_ascii=False, sort_keys=True)


def from_json(text: str | None) -> Arrangement:
    """What was kept; placements that nobody could have made here are left out."""
    try:
        kept = json.loads(text or "[]")
    except ValueError:
        return ()
    made: dict[str, Placement] = {}
    for one in kept[:MOST] if isinstance(kept, list) else ():
        placement = _placement(one)
        if placement is not None:
            made.setdefault(placement.key, placement)
    return tuple(made.values())


def _placement(kept: object) -> Placement | None:
    if not isinstance(kept, dict):
        return None
    key, block, column = (kept.get(name) for name in ("key", "block", "column"))
    settings = kept.get("settings") or {}
    if not (isinstance(key, str) and KEY.fullmatch(key) and isinstance(block, str)):
        return None
    if column not in COLUMNS or not isinstance(settings, dict):
        return None
    return Placement(key, block, column, bool(kept.get("hidden")), settings)


def in_column(arrangement: Arrangement, column: str) -> Arrangement:
    return tuple(one for one in arrangement if one.column == column)


def find(arrangement: Arrangement, key: str) -> Placement | None:
    return next((one for one in arrangement if one.key == key), None)


def add(arrangement: Arrangement, block: str, column: str) -> Arrangement:
    """The block as the column's last; its key is its name, numbered from the second one on."""
    taken = {one.key for one in arrangement}
    names = (block if number == 1 else f"{block}-{number}" for number in range(1, MOST + 2))
    key = next(name for name in names if name not in taken)
    return (*arrangement, Placement(key, block, column))


def without(arrangement: Arrangement, key: str) -> Arrangement:
    return tuple(one for one in arrangement if one.key != key)


def changed(arrangement: Arrangement, key: str, **values) -> Arrangement:
    """The same with other values of one placement: ``hidden``, ``settings``."""
    return tuple(replace(one, **values) if one.key == key else one for one in arrangement)


def placed(arrangement: Arrangement, key: str, column: str, index: int) -> Arrangement:
    """The placement moved to a column and a place in it, counted from 0."""
    moved = find(arrangement, key)
    if moved is None or column not in COLUMNS:
        return arrangement
    by_column = {name: [*in_column(without(arrangement, key), name)] for name in COLUMNS}
    by_column[column].insert(max(index, 0), replace(moved, column=column))
    return tuple(one for name in COLUMNS for one in by_column[name])


def stepped(arrangement: Arrangement, key: str, step: int) -> Arrangement:
    """One place up (-1) or down (1) in its column."""
    moved = find(arrangement, key)
    if moved is None:
        return arrangement
    index = in_column(arrangement, moved.column).index(moved)
    return placed(arrangement, key, moved.column, index + step)
