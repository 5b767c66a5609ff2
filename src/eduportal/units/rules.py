"""The rules of the units spreadsheet, applied to all its rows at once."""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from eduportal.spreadsheets import Problem
from eduportal.spreadsheets import Row
from eduportal.spreadsheets import Table
from eduportal.units.columns import COLUMNS
from eduportal.units.domain_rules import check_domain
from eduportal.units.fields import check_fields
from eduportal.units.fields import code_of
from eduportal.units.fields import mended
from eduportal.units.fields import palettes
from eduportal.units.hierarchy import check_parents
from eduportal.units.hierarchy import orphans
from eduportal.units.hierarchy import parents_first
from eduportal.units.model import Unit
from eduportal.units.uniqueness import repeated
from eduportal.units.uniqueness import same_domain
from eduportal.units.uniqueness import same_id


@dataclass(frozen=True, slots=True)
class Checked:
    """The units that can be made, parents before children, and everything to be said."""

    units: list[Unit]
    problems: list[Problem]

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.is_error]


def check(
    rows: Table | Iterable[Row],
    existing: Mapping[str, Unit] | None = None,
    reserved_ids: Collection[str] = (),
    palette_ids: Collection[str] | None = None,
) -> Checked:
    """Sort good rows from bad ones; a bad row stops no other but its own members.

    ``existing`` are the units there already, by id: they may be parents, their domains are
    taken, and their ids are exempt from ``reserved_ids`` (sections, root objects). Of a
    ``Table``, what is wrong with the file itself is said first.
    """
    existing = existing or {}
    known_palettes = palettes() if palette_ids is None else palette_ids
    about_file = rows.problems if isinstance(rows, Table) else []
    rows = list(rows.rows if isinstance(rows, Table) else rows)
    problems: dict[int, list[Problem]] = {id(row): list(row.problems) for row in rows}

    def note(findings: Iterable[tuple[Row, Problem]]) -> list[Row]:
        found = list(findings)
        for row, problem in found:
            problems[id(row)].append(problem)
        return [row for row, _ in found]

    # Identity, not equality: two rows alike in every cell are two rows here.
    copies = {id(row) for row in note(repeated(rows))}
    standing = [row for row in rows if id(row) not in copies]
    for row in standing:
        if not _unreadable(row):
            reserved = () if row["id"] in existing else reserved_ids
            found = list(check_fields(row, reserved, known_palettes))
            if not any(problem.column == "domain" for problem in found):
                found += check_domain(row, code_of(row["tier"]))
            problems[id(row)] += found
    readable = [row for row in standing if not _unreadable(row)]
    note(same_id(readable))
    note(same_domain(readable, existing))
    # An unreadable row may be a parent all the same, so it is in the picture, not in the outcome.
    about_parents = check_parents(standing, existing)
    note((row, problem) for row, problem in about_parents if not _unreadable(row))
    bad = {
        place
        for place, row in enumerate(standing)
        if any(problem.is_error for problem in problems[id(row)])
    }
    left_out = {id(row) for row in note(orphans(standing, bad, existing))}
    units = [
        Unit(**mended({column: row[column] for column in COLUMNS}))
        for place, row in enumerate(standing)
        if place not in bad and id(row) not in left_out
    ]
    said = about_file + [problem for row in rows for problem in problems[id(row)]]
    return Checked(parents_first(units), said)


def _unreadable(row: Row) -> bool:
    """Whether reading found the row's values in the wrong cells (merged across columns)."""
    return any(problem.is_error and not problem.column for problem in row.problems)
