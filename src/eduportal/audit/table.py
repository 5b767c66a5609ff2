"""A journal as a table to take away: CSV, Excel, or the lines as they are."""

from collections.abc import Iterable
from collections.abc import Iterator
from eduportal.audit.reading import Entry
from eduportal.audit.reading import moment
from eduportal.spreadsheets import csv_text
from eduportal.spreadsheets import xlsx_text
from io import BytesIO
from openpyxl import Workbook
from typing import TextIO
import csv
import json
import re

COLUMNS = ("when", "who", "from", "event", "where", "before", "after")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST_CELL = 32_000
"""Characters that a cell of Excel takes (32,767), with room for the mark against formulas."""


def write_csv(entries: Iterable[Entry], stream: TextIO) -> None:
    """With the mark by which Excel knows UTF-8."""
    stream.write("\ufeff")
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for row in rows(entries):
        writer.writerow([csv_text(text) for text in row])


def write_jsonl(entries: Iterable[Entry], stream: TextIO) -> None:
    """The journal's own lines, chains and all."""
    for entry in entries:
        stream.write(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) + "\n")


def as_xlsx(entries: Iterable[Entry]) -> bytes:
    """Every cell is text, so that nothing somebody typed is run as a formula."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    for column, width in zip("ABCDEFG", (20, 20, 18, 20, 50, 50, 50), strict=True):
        sheet.column_dimensions[column].width = width
    for row in (COLUMNS, *rows(entries)):
        sheet.append([xlsx_text(sheet, text) for text in row])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def rows(entries: Iterable[Entry]) -> Iterator[tuple[str, ...]]:
    """Cells in the order of ``COLUMNS``; times as the clock in Viet Nam showed them."""
    for entry in entries:
        first = f"{moment(entry):%d/%m/%Y %H:%M:%S}"
        yield (first, *(_cell(entry.get(name, "")) for name in COLUMNS[1:]))


def _cell(value) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return CONTROL.sub("", text)[:LONGEST_CELL]
