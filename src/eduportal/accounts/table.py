"""The table of people: which columns it has and what a row of it says."""

from collections.abc import Mapping
from dataclasses import dataclass
from eduportal.accounts.making import is_login
from eduportal.accounts.making import login_from
from eduportal.mail.text import is_address
from eduportal.spreadsheets import Columns
from eduportal.spreadsheets import Problem
from eduportal.spreadsheets import Row
from eduportal.spreadsheets import quote
from eduportal.vietnamese import fold
import re

COLUMNS = Columns(
    names=("fullname", "login", "email", "groups", "position"),
    required=("fullname",),
    record=("người", "person"),
    headings={
        "fullname": ("họ và tên", "họ tên", "tên", "full name", "name"),
        "login": ("tên đăng nhập", "tài khoản", "user name", "username", "account"),
        "email": ("thư điện tử", "email", "e-mail", "hộp thư", "địa chỉ thư điện tử", "mail"),
        "groups": ("nhóm", "vai trò", "group", "role", "roles", "quyền"),
        "position": ("chức vụ", "chức danh", "vị trí", "job title"),
    },
    titles_vi={
        "fullname": "Họ và tên",
        "login": "Tên đăng nhập",
        "email": "Thư điện tử",
        "groups": "Nhóm",
        "position": "Chức vụ",
    },
    titles_en={
        "fullname": "Full name",
        "login": "Login",
        "email": "E-mail",
        "groups": "Groups",
        "position": "Position",
    },
    unread=("stt", "tt", "số thứ tự", "no", "ghi chú", "note", "notes", "ngày sinh", "điện thoại"),
    unread_sheets=("hướng dẫn", "instructions"),
    largest_file=400_000,
    most_rows=1_000,
)

WORDS = {
    "contributors": ("contributor", "contributors", "cộng tác viên", "ctv"),
    "editors": ("editor", "editors", "biên tập viên", "btv"),
    "chief-editors": (
        "chief editor",
        "chief editors",
        "trưởng ban",
        "trưởng ban biên tập",
        "người duyệt",
        "reviewer",
    ),
    "administrators": (
        "administrator",
        "administrators",
        "quản trị",
        "quản trị viên",
        "quản trị viên hệ thống",
    ),
    "feedback-readers": ("feedback reader", "feedback readers", "người đọc góp ý"),
    "case-officers": ("case officer", "case officers", "xử lý hồ sơ", "bộ phận một cửa", "một cửa"),
    "cashiers": ("cashier", "cashiers"),
}
"""What offices call our groups, beside the groups' own ids and titles."""


@dataclass(frozen=True)
class Entry:
    """What a row says; ``login`` is made of the name where ``has_login`` is false."""

    row: Row
    fullname: str
    login: str
    has_login: bool
    email: str
    groups: tuple[str, ...]
    position: str


def entry(row: Row, groups: Mapping[str, str]) -> tuple[Entry, list[Problem]]:
    """A row as it is meant, and what is wrong with it; ``groups`` are ids with their titles."""
    problems = list(row.problems)
    fullname = " ".join(row["fullname"].split())
    if not fullname:
        problems.append(
            row.problem("thiếu họ và tên.", "the full name is missing.", column="fullname")
        )
    login = row["login"].lower() or login_from(fullname)
    if fullname and not is_login(login):
        problems.append(
            row.problem(
                f"{quote(login)} không dùng làm tên đăng nhập được. Cần ít nhất ba ký tự: chữ "
                "thường không dấu, chữ số, dấu chấm, gạch ngang, gạch dưới; bắt đầu và kết thúc "
                "bằng chữ hoặc số.",
                f"{quote(login)} cannot be a login. It needs three characters at least: small "
                "letters without marks, digits, dot, hyphen, underscore; beginning and ending "
                "with a letter or digit.",
                column="login",
            )
        )
    email = row["email"]
    if email and not is_address(email):
        problems.append(
            row.problem(
                f"{quote(email)} không phải là một địa chỉ thư điện tử, như ten@vi-du.vn.",
                f"{quote(email)} is not an e-mail address, such as ten@vi-du.vn.",
                column="email",
            )
        )
    chosen, unknown = _groups(row["groups"], groups)
    if unknown:
        listed = ", ".join(f"{title} ({name})" for name, title in groups.items())
        problems.append(
            row.problem(
                f"không có nhóm {quote('; '.join(unknown))}. Các nhóm: {listed}.",
                f"there is no group {quote('; '.join(unknown))}. Groups: {listed}.",
                column="groups",
            )
        )
    has_login = bool(row["login"])
    return Entry(row, fullname, login, has_login, email, chosen, row["position"]), problems


def _groups(text: str, groups: Mapping[str, str]) -> tuple[tuple[str, ...], list[str]]:
    known = {
        _plain(word): name for name, words in WORDS.items() if name in groups for word in words
    }
    known |= {_plain(title): name for name, title in groups.items()}
    known |= {_plain(name): name for name in groups}
    written = [part.strip() for part in re.split(r"[;,\n/+]", text) if part.strip()]
    chosen = [known.get(_plain(part), "") for part in written]
    unknown = [part for part, name in zip(written, chosen, strict=True) if not name]
    return tuple(dict.fromkeys(name for name in chosen if name)), unknown


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", fold(text)))
