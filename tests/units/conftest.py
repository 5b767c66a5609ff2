"""Spreadsheets made on the spot."""

from eduportal.units.columns import COLUMNS
from eduportal.units.rules import check
from eduportal.units.spreadsheet import read
import pytest

GOOD = {
    "so-a": {"name": "Sở A", "name_en": "Department A", "tier": "so"},
    "phong-b": {"name": "Phòng B", "name_en": "Office B", "tier": "phong", "parent": "so-a"},
    "th-c": {"name": "Trường C", "name_en": "School C", "tier": "C1", "parent": "phong-b"},
    "th-d": {"name": "Trường D", "name_en": "School D", "tier": "C1", "parent": "phong-b"},
}


@pytest.fixture
def csv_of():
    """Bytes of a CSV file with the given rows under the given (or all) columns."""

    def make(rows, columns=COLUMNS, encoding="utf-8", separator=","):
        lines = [columns, *([row.get(column, "") for column in columns] for row in rows)]
        return "\r\n".join(separator.join(line) for line in lines).encode(encoding)

    return make


@pytest.fixture
def rows_with():
    """A Sở, an office and two schools; keyword arguments change a unit's cells.

    ``th_c={"tier": "C9"}`` changes the unit ``th-c``.
    """

    def make(**changes):
        rows = [{"id": key, **values} for key, values in GOOD.items()]
        for row in rows:
            row.update(changes.get(row["id"].replace("-", "_"), {}))
        return rows

    return make


@pytest.fixture
def check_rows(csv_of):
    """The outcome of checking rows as a CSV file."""

    def run(rows, **options):
        return check(read(csv_of(rows, separator="\t"), "units.csv"), **options)

    return run


@pytest.fixture
def outcome(check_rows, rows_with):
    """What is said when one cell of the third row holds a value, and whether the row passes."""

    def run(column, value, **more):
        checked = check_rows(rows_with(th_c={column: value, **more}))
        sentences = [
            (one.severity, one.sentence("vi"), one.sentence("en"))
            for one in checked.problems
            if one.row == 4
        ]
        unit = next((unit for unit in checked.units if unit.id == value or unit.id == "th-c"), None)
        return sentences, unit

    return run
