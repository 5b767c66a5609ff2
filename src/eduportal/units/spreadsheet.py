"""The units spreadsheet as rows, whatever program, encoding or heading it was made with."""

from collections.abc import Mapping
from eduportal import spreadsheets
from eduportal.spreadsheets import Row
from eduportal.spreadsheets import Table
from eduportal.spreadsheets import tidy
from eduportal.units.columns import COLUMNS
from eduportal.units.columns import SPREADSHEET
from pathlib import Path


def row_of(values: Mapping[str, str]) -> Row:
    """A row that comes from a form, not from a file."""
    return Row({column: tidy(values.get(column, "")) for column in COLUMNS})


def read(source: Path | str | bytes, filename: str = "") -> Table:
    """Rows of a ``.csv`` or ``.xlsx`` file, given as a path or as its content with its name."""
    return spreadsheets.read(source, SPREADSHEET, filename)
