"""Rows of a table between preview and import, in the form itself: nothing of them is kept here.

What comes back is checked again from the beginning, so nobody gains by changing it.
"""

from base64 import urlsafe_b64decode
from base64 import urlsafe_b64encode
from binascii import Error
from collections.abc import Sequence
from dataclasses import replace
from eduportal.spreadsheets import Row
import json
import zlib

LARGEST = 8_000_000
"""Bytes once unpacked: 20,000 rows are a quarter of it."""
LONGEST = 900_000
"""Letters in the form; Zope takes a million."""


class NotCarried(ValueError):
    """The field does not hold what a preview put there."""


def packed(rows: Sequence[Row]) -> str:
    """Values, places and headings of the rows, and what reading them found."""
    plain = [
        [
            row.sheet,
            row.number,
            dict(row.values),
            dict(row.letters),
            dict(row.headers),
            [[one.vi, one.en, one.column, one.severity] for one in row.problems],
        ]
        for row in rows
    ]
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode()


def unpacked(text: str) -> list[Row]:
    try:
        unpacking = zlib.decompressobj()
        data = unpacking.decompress(urlsafe_b64decode(text.encode()), LARGEST)
        if unpacking.unconsumed_tail or not unpacking.eof:
            raise NotCarried
        return [_row(*one) for one in json.loads(data)]
    except (Error, zlib.error, UnicodeError, TypeError, ValueError, RecursionError):
        raise NotCarried from None


def _row(sheet, number, values, letters, headers, problems) -> Row:
    if not (isinstance(sheet, str) and isinstance(number, int)):
        raise NotCarried
    for texts in (values, letters, headers):
        if not all(isinstance(text, str) for text in (*texts, *texts.values())):
            raise NotCarried
    row = Row(values, sheet, number, letters, headers)
    found = tuple(row.problem(vi, en, column, severity=how) for vi, en, column, how in problems)
    return replace(row, problems=found)
