"""Where a unit can be reached: its domain, mailboxes and telephone."""

from collections.abc import Iterator
from eduportal.spreadsheets import Problem
from eduportal.spreadsheets import Row
from eduportal.spreadsheets import quote
from eduportal.units.hosts import refusal
import re

HOST = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
MAILBOX = re.compile(r"[A-Za-z0-9._%+-]{1,64}@(.+)")
EXTENSION = re.compile(r"\(?\s*(máy lẻ|ext\.?|x)\s*[.:]?\s*\d+\s*\)?", re.IGNORECASE)
SCIENTIFIC = re.compile(r"\d+([.,]\d+)?E\+?\d+", re.IGNORECASE)

Findings = Iterator[Problem]


def _host(row: Row, column: str, value: str, example: str) -> Findings:
    if value and not HOST.fullmatch(value):
        yield row.problem(
            f"{quote(value)} không phải là tên miền. Chỉ ghi tên miền không dấu, không có http:// "
            f"hay đường dẫn, ví dụ {example}.",
            f"{quote(value)} is not a domain name. Write the name only, without marks, http:// or "
            f"a path, such as {example}.",
            column,
        )


def check_host_name(row: Row, value: str) -> Findings:
    """A host of the unit's own, on none of the free sites of Kon Tum II.1."""
    host = value.lower()
    yield from _host(row, "domain", host, "c1hoasen.tinhmau.edu.vn")
    refused = refusal(host, "site") if host else None
    if refused:
        yield row.problem(
            f"tên miền {quote(value)} thuộc {refused.host}, không được dùng {refused.reason_vi}.",
            f"the domain {quote(value)} belongs to {refused.host}, refused {refused.reason_en}.",
            "domain",
        )


def check_email_domain(row: Row, value: str) -> Findings:
    """The domain of the unit's mailboxes; written with or without ``@``."""
    host = value.lower().removeprefix("@")
    yield from _host(row, "email_domain", host, "tinhmau.edu.vn")
    yield from _free_mail(row, "email_domain", value, host)


def check_email(row: Row, value: str) -> Findings:
    """The published mailbox: never free mail (TT 53/2012 Điều 4.7)."""
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


def check_admin_email(row: Row, value: str) -> Findings:
    """The private address an administrator is invited at; it is never published."""
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


def check_phone(row: Row, value: str) -> Findings:
    """One or several numbers, as people write them."""
    if SCIENTIFIC.fullmatch(value):
        yield row.problem(
            f"{quote(value)} là số điện thoại đã bị Excel làm mất chữ số. "
            "Hãy định dạng cột là Văn bản (Text) rồi gõ lại.",
            f"{quote(value)} is a telephone number whose digits Excel dropped. "
            "Format the column as Text and retype it.",
            "phone",
        )
    elif with_zero(value):
        yield row.problem(
            f"{quote(value)} thiếu số 0 ở đầu (Excel bỏ đi); đã hiểu là {with_zero(value)}.",
            f"{quote(value)} lacks its leading 0 (Excel drops it); read as {with_zero(value)}.",
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


def with_zero(value: str) -> str | None:
    """A Vietnamese number Excel took for a number: nine or ten digits, none of them a first 0.

    1800 and 1900 are service numbers and begin so.
    """
    if re.fullmatch(r"[2-9]\d{8,9}", value):
        return f"0{value}"
    return None
