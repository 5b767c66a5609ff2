"""One sheet as it was written, before anyone asks what its columns mean."""

from dataclasses import dataclass
from dataclasses import field


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range; rows from 1, columns from 0, both ends included."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int
    ref: str


@dataclass(frozen=True, slots=True)
class Flaw:
    """A cell whose content cannot be used, and why."""

    row: int
    column: int
    value: str
    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells of a sheet as text, ``cells[0]`` being row 1."""

    sheet: str
    cells: list[list[str]]
    merges: list[Merge] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
    hidden: bool = False
