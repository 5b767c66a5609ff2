"""Dates as offices write them: day first, never guessed."""

from datetime import date
from eduportal.spreadsheets import Problem
from eduportal.spreadsheets import Row
from eduportal.spreadsheets import quote
from eduportal.vietnamese import fold
import re

WRITTEN = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})$")
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
IN_WORDS = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})$")
TIME = re.compile(r"[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$")
SERIAL = re.compile(r"\d{5}$")
FIRST_YEAR, LAST_YEAR = 1900, 2100


def read_date(row: Row, column: str, today: date) -> tuple[date | None, Problem | None]:
    """The date in a cell, and what is to be said of it; an error where it is none.

    Two digits of a year are taken for the date of issue only, which cannot lie ahead, and said.
    """
    text = TIME.sub("", " ".join(row[column].split()))
    if not text:
        return None, None
    found = ISO.match(text)
    if found:
        return _made(row, column, *(int(found[place]) for place in (3, 2, 1)))
    found = WRITTEN.match(text) or IN_WORDS.match(_bare(text))
    if found is None:
        return None, _no_date(row, column, text)
    day, month, year = (int(part) for part in found.groups())
    if len(found[3]) == 4:
        return _made(row, column, day, month, year)
    if column != "issued_on":
        return None, _short_year(row, column)
    year += 2000 if year <= today.year % 100 else 1900
    value, problem = _made(row, column, day, month, year)
    return value, problem or _understood(row, column, value)


def _bare(text: str) -> str:
    return fold(text).strip(" ,.").removeprefix("ngay ")


def _made(
    row: Row, column: str, day: int, month: int, year: int
) -> tuple[date | None, Problem | None]:
    try:
        value = date(year, month, day)
    except ValueError:
        return None, _impossible(row, column, day, month)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None, row.problem(
            f"{quote(row[column])}: năm {year} không hợp lý; cần năm từ {FIRST_YEAR} đến "
            f"{LAST_YEAR}.",
            f"{quote(row[column])}: the year {year} cannot be right; expected {FIRST_YEAR} to "
            f"{LAST_YEAR}.",
            column,
        )
    return value, None


def _impossible(row: Row, column: str, day: int, month: int) -> Problem:
    swapped = month > 12 and day <= 12
    hint_vi = " Có thể ngày và tháng bị đảo: ngày viết trước." if swapped else ""
    hint_en = " Day and month may be swapped: the day comes first." if swapped else ""
    return row.problem(
        f"{quote(row[column])} không phải là một ngày có thật.{hint_vi} Cần dạng dd/mm/yyyy, "
        "ví dụ 05/10/2020.",
        f"{quote(row[column])} is no real date.{hint_en} Expected dd/mm/yyyy, "
        "for example 05/10/2020.",
        column,
    )


def _no_date(row: Row, column: str, text: str) -> Problem:
    number = SERIAL.match(text)
    hint_vi = " Ô chứa một con số: hãy định dạng ô kiểu ngày." if number else ""
    hint_en = " The cell holds a number: format it as a date." if number else ""
    return row.problem(
        f"không đọc được ngày {quote(row[column])}.{hint_vi} Cần dạng dd/mm/yyyy, "
        "ví dụ 05/10/2020, hoặc ô kiểu ngày của Excel.",
        f"{quote(row[column])} cannot be read as a date.{hint_en} Expected dd/mm/yyyy, "
        "for example 05/10/2020, or an Excel date.",
        column,
    )


def _short_year(row: Row, column: str) -> Problem:
    return row.problem(
        f"{quote(row[column])}: không rõ thế kỷ nào. Hãy ghi năm đủ bốn chữ số, dd/mm/yyyy.",
        f"{quote(row[column])}: which century is meant cannot be told. Write the year with four "
        "digits, dd/mm/yyyy.",
        column,
    )


def _understood(row: Row, column: str, value: date) -> Problem:
    return row.problem(
        f"{quote(row[column])} được hiểu là {value:%d/%m/%Y}. Nếu không đúng, hãy ghi năm đủ bốn "
        "chữ số.",
        f"{quote(row[column])} is taken as {value:%d/%m/%Y}. If that is wrong, write the year "
        "with four digits.",
        column,
        severity="warning",
    )
