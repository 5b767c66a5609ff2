"""What each cell of a unit's row must be, and what is said when it is not.

A check takes the row and the value, and yields problems. ``mended`` gives the values as stored.
"""

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterator
from eduportal.mandate import kinds
from eduportal.units.hosts import refusal
from eduportal.units.problems import Problem
from eduportal.units.problems import quote
from eduportal.units.spreadsheet import Row
from eduportal.units.tables import table
import re
import unicodedata

LONGEST = {"name": 200, "name_en": 200, "address": 300, "admin_name": 100}
ID = re.compile(r"[a-z][a-z0-9-]{1,39}")
HOST = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
MAILBOX = re.compile(r"[A-Za-z0-9._%+-]{1,64}@(.+)")
EXTENSION = re.compile(r"\(?\s*(máy lẻ|ext\.?|x)\s*[.:]?\s*\d+\s*\)?", re.IGNORECASE)
SCIENTIFIC = re.compile(r"\d+([.,]\d+)?E\+?\d+", re.IGNORECASE)
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
        "phone": _with_zero(values["phone"]) or values["phone"],
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
        "domain": _domain,
        "email_domain": _email_domain,
        "address": lambda row, value: _text(row, "address", value),
        "phone": _phone,
        "email": _email,
        "admin_name": lambda row, value: _text(row, "admin_name", value),
        "admin_email": _admin_email,
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


def _host(row: Row, column: str, value: str, example: str) -> Findings:
    if value and not HOST.fullmatch(value):
        yield row.problem(
            f"{quote(value)} không phải là tên miền. Chỉ ghi tên miền không dấu, không có http:// "
            f"hay đường dẫn, ví dụ {example}.",
            f"{quote(value)} is not a domain name. Write the name only, without marks, http:// or "
            f"a path, such as {example}.",
            column,
        )


def _domain(row: Row, value: str) -> Findings:
    host = value.lower()
    yield from _host(row, "domain", host, "c1hoasen.tinhmau.edu.vn")
    refused = refusal(host, "site") if host else None
    if refused:
        yield row.problem(
            f"tên miền {quote(value)} thuộc {refused.host}, không được dùng {refused.reason_vi}.",
            f"the domain {quote(value)} belongs to {refused.host}, refused {refused.reason_en}.",
            "domain",
        )


def _email_domain(row: Row, value: str) -> Findings:
    host = value.lower().removeprefix("@")
    yield from _host(row, "email_domain", host, "tinhmau.edu.vn")
    yield from _free_mail(row, "email_domain", value, host)


def _email(row: Row, value: str) -> Findings:
    yield from _mailbox(row, "email", value)
    yield from _free_mail(row, "email", value, value.rpartition("@")[2])


def _free_mail(row: Row, column: str, value: str, host: str) -> Findings:
    refused = refusal(host, "mail") if host else None
    if refused:
        yield row.problem(
            f"{quote(value)} là thư điện tử miễn phí, không được công bố {refused.reason_vi}.",
            f"{quote(value)} is free mail and may not be published {refused.reason_en}.",
            column,
        )


def _admin_email(row: Row, value: str) -> Findings:
    yield from _mailbox(row, "admin_email", value)
    refused = refusal(value.rpartition("@")[2], "mail") if value else None
    if refused:
        yield row.problem(
            f"{quote(value)} là thư điện tử miễn phí: chỉ dùng để mời quản trị viên, "
            "không công bố.",
            f"{quote(value)} is free mail: used to invite the administrator only, never published.",
            "admin_email",
            severity="warning",
        )


def _mailbox(row: Row, column: str, value: str) -> Findings:
    found = MAILBOX.fullmatch(value)
    if value and not (found and HOST.fullmatch(found[1].lower())):
        yield row.problem(
            f"{quote(value)} không phải là địa chỉ thư điện tử, ví dụ vanphong@tinhmau.edu.vn.",
            f"{quote(value)} is not an e-mail address, such as vanphong@tinhmau.edu.vn.",
            column,
        )


def _phone(row: Row, value: str) -> Findings:
    if SCIENTIFIC.fullmatch(value):
        yield row.problem(
            f"{quote(value)} là số điện thoại đã bị Excel làm mất chữ số. "
            "Hãy định dạng cột là Văn bản (Text) rồi gõ lại.",
            f"{quote(value)} is a telephone number whose digits Excel dropped. "
            "Format the column as Text and retype it.",
            "phone",
        )
    elif _with_zero(value):
        yield row.problem(
            f"{quote(value)} thiếu số 0 ở đầu (Excel bỏ đi); đã hiểu là {_with_zero(value)}.",
            f"{quote(value)} lacks its leading 0 (Excel drops it); read as {_with_zero(value)}.",
            "phone",
            severity="warning",
        )
    elif value and not all(_plausible(number) for number in re.split(r"[;,/]", value)):
        yield row.problem(
            f"{quote(value)} không giống số điện thoại, ví dụ 0243 000 0000.",
            f"{quote(value)} does not look like a telephone number, such as 0243 000 0000.",
            "phone",
            severity="warning",
        )


def _plausible(number: str) -> bool:
    bare = EXTENSION.sub("", number).strip()
    digits = re.sub(r"\D", "", bare)
    return bool(re.fullmatch(r"\+?[\d ().\-]+", bare)) and 8 <= len(digits) <= 13


def _with_zero(value: str) -> str | None:
    """A Vietnamese number Excel took for a number: nine or ten digits, none of them a first 0.

    1800 and 1900 are service numbers and begin so.
    """
    if re.fullmatch(r"[2-9]\d{8,9}", value):
        return f"0{value}"
    return None


def _palette(row: Row, value: str, known: Collection[str]) -> Findings:
    if value and value.lower() not in known:
        allowed = ", ".join(known)
        yield row.problem(
            f"không có bảng màu {quote(value)}. Cho phép: {allowed}.",
            f"there is no palette {quote(value)}. Allowed: {allowed}.",
            "palette",
        )
