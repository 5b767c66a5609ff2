"""Spreadsheet against portal: what the portal's own editors changed wins, and is reported."""

from dataclasses import dataclass
from dataclasses import replace
from eduportal.units.model import Unit

# The place of a unit is told by the spreadsheet and by ``units reparent``, never by an editor.
FIXED = frozenset({"id", "tier"})


@dataclass(frozen=True)
class Difference:
    """A column where the portal keeps another value than the spreadsheet has."""

    column: str
    portal: str
    spreadsheet: str


@dataclass(frozen=True)
class Merged:
    """The unit to store, the columns that change by it, and the differences that stay."""

    unit: Unit
    changed: list[str]
    differences: list[Difference]


def merge(
    current: Unit,
    last_sheet: dict[str, str],
    wanted: Unit,
    overwrite: frozenset[str] = frozenset(),
) -> Merged:
    """Three-way merge, column by column.

    ``last_sheet`` is what the spreadsheet said when it was last applied: where the portal still
    says the same, nobody has edited it and the new value is taken.
    """
    changes, differences = {}, []
    for column, value in wanted.as_dict().items():
        present = getattr(current, column)
        if present == value:
            continue
        edited = present != last_sheet.get(column, present)
        if column in FIXED or (edited and column not in overwrite):
            differences.append(Difference(column, present, value))
        else:
            changes[column] = value
    return Merged(replace(current, **changes), sorted(changes), differences)
