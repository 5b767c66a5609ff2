"""A file of documents as a table."""

from eduportal import spreadsheets
from eduportal.filing.columns import spreadsheet
from eduportal.spreadsheets import Table
from pathlib import Path


def read(source: Path | bytes, filename: str = "") -> Table:
    """Rows of an ``.xlsx`` or ``.csv`` file, given as a path or as its content with its name."""
    return spreadsheets.read(source, spreadsheet(), filename)
