"""XLSX: each sheet with its name, a row for each line."""

from datetime import date
from datetime import datetime
from datetime import time
from eduportal.extraction.formats import archive
from eduportal.extraction.limits import Limits
from eduportal.extraction.text import Pages
from openpyxl import load_workbook
from pathlib import Path


def read(path: Path, pages: Pages, limits: Limits) -> None:
    """Row by row, so that a large workbook never lies in memory as a whole."""
    archive.check(path, limits)
    # An open file: openpyxl asks a path for the right ending.
    with path.open("rb") as stream:
        book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            if pages.full:
                pages.cut = True
                break
            pages.add("\n".join(_lines(sheet, limits.characters)))


def _lines(sheet, longest: int) -> list[str]:
    lines, length = [sheet.title], 0
    # Some programs state a wrong extent of the sheet; without it every row is looked at.
    sheet.reset_dimensions()
    for row in sheet.iter_rows(values_only=True):
        line = "\t".join(_shown(value) for value in row if value is not None)
        if line:
            lines.append(line)
            length += len(line)
        if length > longest:
            break
    return lines


def _shown(value: object) -> str:
    """Dates as they are written here; whole numbers without a fraction."""
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.strftime("%d/%m/%Y" if midnight else "%d/%m/%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
