"""Comma-separated text as Vietnamese offices really send it: four encodings, three separators."""

from eduportal.spreadsheets.columns import Columns
from eduportal.spreadsheets.header import HEADER_SOUGHT_IN
from eduportal.spreadsheets.problems import Problem
from eduportal.vietnamese import nfc
import codecs
import csv
import io
import re
import unicodedata

SEPARATORS = ",;\t"
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
TCVN3_LETTERS = re.compile("[a-zđ][¨©ª«¬\xad®µ¶·¸¹»¼½¾]", re.IGNORECASE)
"""TCVN 5712 (ABC, .VnTime) bytes read as Windows-1258: symbols in the middle of words."""


def read_csv(content: bytes, columns: Columns) -> tuple[list[list[str]], list[Problem]]:
    """Records as lists of raw cells; the position in the list is the row a spreadsheet shows."""
    text = decode(content)
    if text is None:
        return [], [UNREADABLE]
    separator = _separator(text, columns)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator)), []
    except csv.Error:
        return [], [NOT_A_TABLE]


def decode(content: bytes) -> str | None:
    """The text, NFC; ``None`` where no encoding fits.

    Excel for Windows saves "CSV" in the system's code page, for Vietnamese Windows-1258, which
    writes most tones as combining marks after the letter. Every mark must find its letter:
    if some do not, the bytes were something else.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _strict(content, encoding)
    if b"\0" in content:
        return _strict(content, "utf-16-le" if content.find(b"\0") % 2 else "utf-16-be")
    text = _strict(content, "utf-8")
    if text is not None:
        return text
    text = _strict(content, "cp1258")
    if text is None or TCVN3_LETTERS.search(text):
        return None
    return None if any(unicodedata.combining(char) for char in text) else text


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return nfc(content.decode(encoding))
    except UnicodeDecodeError:
        return None


def _separator(text: str, columns: Columns) -> str:
    """The one that cuts some early line into the most known headings.

    Counting characters would be misled by a title or an address full of commas.
    """
    lines = text.splitlines()[:HEADER_SOUGHT_IN]

    def headings(separator: str) -> int:
        return max(
            (
                sum(columns.column_of(part) is not None for part in line.split(separator))
                for line in lines
            ),
            default=0,
        )

    return max(SEPARATORS, key=headings)


UNREADABLE = Problem(
    "không nhận ra bảng mã của tệp. Hãy lưu lại dưới dạng .xlsx hoặc CSV UTF-8 "
    "(phông chữ Unicode, không dùng TCVN3 hay VNI).",
    "the encoding of the file is not recognised. Save it as .xlsx or CSV UTF-8 "
    "(Unicode fonts, not TCVN3 or VNI).",
)
NOT_A_TABLE = Problem(
    "không đọc được tệp như một bảng CSV. Hãy lưu lại dưới dạng .xlsx hoặc CSV UTF-8.",
    "the file cannot be read as a CSV table. Save it as .xlsx or CSV UTF-8.",
)
