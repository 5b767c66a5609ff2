"""Cells of tables to take away: what somebody typed is shown there and never computed."""

from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet program would compute instead of showing it, if a text begins so."""


def csv_text(text: str) -> str:
    """The text for a cell of a CSV file: an apostrophe keeps it from being computed."""
    return f"'{text}" if text.startswith(FORMULA) else text


def xlsx_text(sheet, text: str) -> WriteOnlyCell:
    """The text as a cell of a write-only sheet, without what Excel refuses."""
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub(" ", text))
    if text:
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(FORMULA)
    return cell
