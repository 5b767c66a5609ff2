"""What each cell of a unit's row must be, and what is said when it is not.

A check takes the row and the value, and yields problems. ``mended`` gives the values as stored.
"""

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterator
from eduportal.mandate import kinds
from eduportal.spreadsheets import Problem
from eduportal.spreadsheets import Row
from eduportal.spreadsheets import quote
from eduportal.units.contacts import check_admin_email
from eduportal.units.contacts import check_email
from eduportal.units.contacts import check_email_domain
from eduportal.units.contacts import check_host_name
from eduportal.units.contacts import check_phone
from eduportal.units.contacts import with_zero
from eduportal.units.tables import table
import re
import unicodedata

LONGEST = {"name": 200, "name_en": 200, "address": 300, "admin_name": 100}
ID = re.compile(r"[a-z][a-z0-9-]{1,39}")
MARKUP = re.compile(r"[<>]|&(#\d+|#x[0-9a-f]+|[a-z]+);", re.IGNORECASE)
UNSEEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}

Findings = Iterator[Problem]


def palettes() -> list[str]:
    """Ids of the colour sets, the default first."""
    return [entry["id"] for entry in table("palettes")["palette"]]


def mended(values: dict[str, str]) -> dict[str, str]:
    """The values as they are stored: hosts in lower case, defaults filled in."""
    return values | {
        "name_en": values["name_en"] or values["name"],
        "tier": code_of(values["tier"]) or values["tier"],
        "domain": values["domain"].lower(),
        "email_domain": values["email_domain"].lower().removeprefix("@"),
        "phone": with_zero(values["phone"]) or values["phone"],
        "palette": values["palette"].lower() or palettes()[0],
    }


def code_of(text: str) -> str | None:
    """The kind's code; capitals do not matter."""
    return next((code for code in kinds() if code.lower() == text.lower()), None)


def check_fields(row: Row, reserved: Collection[str], known_palettes: Collection[str]) -> Findings:
    """Every problem of the row that can be seen without looking at other rows."""
    spoiled = {problem.column for problem in row.problems if problem.is_error}
    checks: dict[str, Callable[[Row, str], Findings]] = {
        "id": lambda row, value: _id(row, value, reserved),
        "name": _name,
        "name_en": _name_en,
        "tier": _tier,
        "domain": check_host_name,
        "email_domain": check_email_domain,
        "address": lambda row, value: _text(row, "address", value),
        "phone": check_phone,
        "email": check_email,
        "admin_name": lambda row, value: _text(row, "admin_name", value),
        "admin_email": check_admin_email,
        "palette": lambda row, value: _palette(row, value, known_palettes),
    }
    for column, check in checks.items():
        if column not in spoiled:
            yield from check(row, row[column])


def _id(row: Row, value: str, reserved: Collection[str]) -> Findings:
    if not value:
        yield row.problem(
            "thiếu mã đơn vị. Mã gồm chữ thường không dấu, số và dấu gạch nối, ví dụ c1-hoa-sen.",
            "the unit's id is missing. It is made of lower-case letters a-z, digits and hyphens, "
            "such as c1-hoa-sen.",
            "id",
        )
    elif not ID.fullmatch(value):
        yield row.problem(
            f"{quote(value)} không dùng làm mã được. Mã gồm 2 đến 40 chữ thường không dấu, số "
            "hoặc dấu gạch nối, bắt đầu bằng chữ, ví dụ c1-hoa-sen.",
            f"{quote(value)} cannot be an id. An id has 2 to 40 lower-case letters a-z, digits or "
            "hyphens and begins with a letter, such as c1-hoa-sen.",
            "id",
        )
    elif value in reserved:
        yield row.problem(
            f"mã {quote(value)} đã dành cho một chuyên mục hoặc trang của hệ thống. "
            "Hãy chọn mã khác.",
            f"the id {quote(value)} is reserved for a section or a page of the system. "
            "Choose another.",
            "id",
        )


def _name(row: Row, value: str) -> Findings:
    if not value:
        yield row.problem("thiếu tên đơn vị.", "the unit's name is missing.", "name")
    yield from _text(row, "name", value)


def _name_en(row: Row, value: str) -> Findings:
    if not value:
        yield row.problem(
            "thiếu tên tiếng Anh; bản tiếng Anh của cổng sẽ dùng tên tiếng Việt.",
            "the English name is missing; the English side of the portal will use the "
            "Vietnamese one.",
            "name_en",
            severity="warning",
        )
    yield from _text(row, "name_en", value)


def _text(row: Row, column: str, value: str) -> Findings:
    longest = LONGEST[column]
    if len(value) > longest:
        yield row.problem(
            f"{quote(value)} dài {len(value)} ký tự, nhiều nhất {longest}.",
            f"{quote(value)} has {len(value)} characters, the most is {longest}.",
            column,
        )
    if MARKUP.search(value):
        yield row.problem(
            f"{quote(value)} chứa mã HTML. Chỉ ghi chữ thường, không dùng < và >.",
            f"{quote(value)} contains HTML. Write plain text, without < and >.",
            column,
        )
    unseen = [char for char in value if unicodedata.category(char) in UNSEEN]
    if unseen:
        codes = ", ".join(dict.fromkeys(f"U+{ord(char):04X}" for char in unseen))
        yield row.problem(
            f"{quote(value)} chứa ký tự điều khiển hoặc xuống dòng ({codes}). "
            "Hãy gõ lại trên một dòng.",
            f"{quote(value)} contains control characters or line breaks ({codes}). "
            "Retype it on one line.",
            column,
        )


def _tier(row: Row, value: str) -> Findings:
    allowed = ", ".join(kinds())
    if not value:
        yield row.problem(
            f"thiếu loại đơn vị. Cho phép: {allowed}.",
            f"the kind of unit is missing. Allowed: {allowed}.",
            "tier",
        )
    elif code_of(value) is None:
        yield row.problem(
            f"{quote(value)} không phải là loại đơn vị. Cho phép: {allowed}.",
            f"{quote(value)} is not a kind of unit. Allowed: {allowed}.",
            "tier",
        )


def _palette(row: Row, value: str, known: Collection[str]) -> Findings:
    if value and value.lower() not in known:
        allowed = ", ".join(known)
        yield row.problem(
            f"không có bảng màu {quote(value)}. Cho phép: {allowed}.",
            f"there is no palette {quote(value)}. Allowed: {allowed}.",
            "palette",
        )
