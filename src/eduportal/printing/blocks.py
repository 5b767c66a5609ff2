"""What stands on the paper, one thing below the other; plain data.

``markup`` is text with the few tags that ``paper`` knows (b, i, u, sup, sub, strike, a, br);
everything else in it is escaped (``reading.escaped``).
"""

from dataclasses import dataclass
from dataclasses import field


@dataclass(frozen=True)
class Text:
    """``style`` is one of ``paper.STYLES``: text, lead, note, h2, h3, h4, quote, code, small."""

    markup: str
    style: str = "text"


@dataclass(frozen=True)
class Items:
    """A list; each item is a list of blocks. ``start`` is the first number of a numbered one."""

    items: list[list]
    start: int | None = None


@dataclass(frozen=True)
class Cell:
    blocks: list
    heading: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Grid:
    """A table; ``lines`` is False for pictures side by side."""

    rows: list[list[Cell]]
    lines: bool = True


@dataclass(frozen=True)
class Picture:
    """A JPEG that fits the paper; sizes in pixels, ``share`` of the column's width at most."""

    data: bytes = field(repr=False)
    width: int
    height: int
    caption: str = ""
    share: float = 1.0


@dataclass(frozen=True)
class Line:
    """A rule across the column."""
