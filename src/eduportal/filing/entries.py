"""Rows of a file as documents to be filed: values of fields, names of files, numbers of others."""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from eduportal.content_types.official_document import numbers
from eduportal.filing import lists
from eduportal.filing.choices import Lists
from eduportal.filing.columns import Column
from eduportal.filing.columns import columns
from eduportal.filing.dates import read_date
from eduportal.filing.lists import Named
from eduportal.spreadsheets import Problem
from eduportal.spreadsheets import Row
from eduportal.spreadsheets import Table
from eduportal.spreadsheets import quote
from eduportal.vietnamese import fold
from typing import Any
import re

EXAMPLE = re.compile(r"\(vi du\b")
"""How the subject of the template's example begins; such a row is passed over."""
STATES = {
    "draft": ("ban nhap", "nhap", "draft"),
    "submitted": ("cho duyet", "submitted", "submitted for approval", "pending"),
    "returned": ("tra lai chinh sua", "tra lai", "returned", "returned for changes"),
    "scheduled": ("cho dang", "scheduled"),
    "published": ("da dang", "published", "xuat ban", "da cong bo"),
    "withdrawn": ("da go", "withdrawn", "taken down"),
}
AS_DRAFTS = ("returned", "withdrawn")
EXCELS_DATE = re.compile(r"\d\d/\d\d/\d{4}")


@dataclass
class Entry:
    """One row: ``fields`` by the record's names, without those whose cells are empty.

    ``relations`` are the other documents as written, by the relation's token.
    """

    row: Row
    fields: dict[str, Any] = field(default_factory=dict)
    relations: dict[str, list[str]] = field(default_factory=dict)
    files: list[Named] = field(default_factory=list)
    section: str = ""
    state: str = ""
    published_on: date | None = None
    problems: list[Problem] = field(default_factory=list)

    @property
    def bad(self) -> bool:
        return any(problem.is_error for problem in self.problems)

    @property
    def label(self) -> str:
        """What a person calls the row."""
        return self.fields.get("number") or self.row["number"] or self.row["title"]

    @property
    def filed_as(self) -> str | None:
        """``issuer|year|number``; None for a document without a number."""
        return numbers.filed_as(
            self.fields.get("number"), self.fields.get("issuer"), self.fields.get("issued_on")
        )

    @property
    def unnumbered_key(self) -> tuple[str, date | None, str]:
        return unnumbered_key(
            self.fields.get("title"), self.fields.get("issued_on"), self.fields.get("issuer")
        )


def unnumbered_key(
    title: str | None, issued_on: date | None, issuer: str | None
) -> tuple[str, date | None, str]:
    """What a document without a number is known by."""
    return fold(" ".join((title or "").split())), issued_on, fold(issuer or "")


def entries(table: Table, known: Lists, today: date) -> list[Entry]:
    """The documents of a file in order, every finding with its row.

    Of rows that stand for one document the first is used; if they say different things, the
    others are errors.
    """
    read = [_entry(row, known, today) for row in table.rows if not is_example(row)]
    _name_repeated(read)
    return read


def is_example(row: Row) -> bool:
    return bool(EXAMPLE.match(fold(row["title"])))


def _entry(row: Row, known: Lists, today: date) -> Entry:
    entry = Entry(row, problems=list(row.problems))
    for column in columns():
        if row[column.token]:
            entry.problems += _read(entry, column, known, today)
    if not row["title"] and not any(problem.column == "title" for problem in entry.problems):
        entry.problems.append(
            row.problem(
                "thiếu trích yếu. Mỗi văn bản cần một trích yếu.",
                "the subject is missing. Each document needs one.",
                "title",
            )
        )
    issued = entry.fields.get("issued_on")
    if issued and issued > today:
        entry.problems.append(_ahead(row, issued))
    return entry


def _read(entry: Entry, column: Column, known: Lists, today: date) -> Iterator[Problem]:
    """Put a cell's value into the entry; what is to be said of it."""
    row, token = entry.row, column.token
    match column.value:
        case "line":
            entry.fields[column.field] = " ".join(row[token].split())
            if token == "number":
                yield from _read_number(entry)
        case "date" | "day":
            value, problem = read_date(row, token, today)
            if problem:
                yield problem
            # a day to come is only for what waits for it; the state's column stands before this one
            if value and column.value == "day" and value > today and entry.state != "scheduled":
                yield _not_yet(row, value)
            elif value and column.value == "day":
                entry.published_on = value
            elif value:
                entry.fields[column.field] = value
        case "kind" | "issuer":
            value, problem = known.kind(row) if token == "kind" else known.issuer(row)
            if problem:
                yield problem
            if value:
                entry.fields[column.field] = value
        case "areas":
            value, problems = known.subject_areas(row, lists.split(row[token]))
            entry.fields[column.field] = value
            yield from problems
        case "lines":
            entry.fields[column.field] = tuple(lists.split(row[token]))
        case "documents":
            entry.relations[token] = lists.split(row[token])
        case "files":
            entry.files = lists.named(row[token])
        case "section":
            entry.section = row[token]
        case "state":
            yield from _read_state(entry)


def _read_number(entry: Entry) -> Iterator[Problem]:
    written = entry.fields["number"]
    if EXCELS_DATE.fullmatch(written):
        yield entry.row.problem(
            f"{quote(written)} là một ngày: có thể Excel đã tự đổi số ký hiệu thành ngày. Hãy định "
            "dạng cột kiểu văn bản (Text) rồi gõ lại, ví dụ 12/QĐ-UBND.",
            f"{quote(written)} is a date: Excel may have turned the number into one. Format the "
            "column as text and type it again, for example 12/QĐ-UBND.",
            "number",
        )
    entry.fields["number"] = numbers.tidy(written)


def _read_state(entry: Entry) -> Iterator[Problem]:
    written = fold(entry.row["state"])
    entry.state = next((state for state, names in STATES.items() if written in (state, *names)), "")
    if not entry.state:
        shown = quote(entry.row["state"])
        yield entry.row.problem(
            f"{shown} không phải là trạng thái đăng; dùng trạng thái đã chọn khi nhập. Cần Bản "
            "nháp, Chờ duyệt, Chờ đăng hoặc Đã đăng.",
            f"{shown} is no state of publication; the one chosen for the import is used. "
            "Expected Draft, Submitted, Scheduled or Published.",
            "state",
            severity="warning",
        )
    if entry.state in AS_DRAFTS:
        entry.state = "draft"
        yield entry.row.problem(
            "văn bản mới được lưu là Bản nháp: bản bị trả lại hoặc đã gỡ không trở lại bằng một "
            "bảng.",
            "a new document is filed as a draft: what was returned or taken down does not come "
            "back by a table.",
            "state",
            severity="warning",
        )


def _name_repeated(read: list[Entry]) -> None:
    first: dict[object, Entry] = {}
    for entry in read:
        if entry.bad:
            continue
        standing = first.setdefault(entry.filed_as or entry.unnumbered_key, entry)
        if standing is not entry:
            entry.problems.append(_repeated(entry, standing))


def _repeated(entry: Entry, standing: Entry) -> Problem:
    same = dict(entry.row.values) == dict(standing.row.values)
    sheet_vi = f' trang "{standing.row.sheet}"' if standing.row.sheet != entry.row.sheet else ""
    sheet_en = f' of sheet "{standing.row.sheet}"' if standing.row.sheet != entry.row.sheet else ""
    number = standing.row.number
    if same:
        return entry.row.problem(
            f"lặp lại y nguyên dòng {number}{sheet_vi}; dòng này được bỏ qua.",
            f"repeats row {number}{sheet_en} exactly; this row is passed over.",
        )
    return entry.row.problem(
        f"cùng số, cơ quan và năm (hoặc cùng trích yếu và ngày, nếu không có số) với dòng "
        f"{number}{sheet_vi}; chỉ dòng {number} được nhập. Hãy sửa số hoặc bỏ một dòng.",
        f"same number, issuer and year (or subject and date, where there is no number) as row "
        f"{number}{sheet_en}; only row {number} is filed. Correct the number or remove a row.",
        "number" if entry.filed_as else "title",
    )


def _ahead(row: Row, issued: date) -> Problem:
    return row.problem(
        f"ngày ban hành {issued:%d/%m/%Y} ở tương lai. Hãy kiểm tra lại.",
        f"the date of issue {issued:%d/%m/%Y} lies ahead. Please check it.",
        "issued_on",
        severity="warning",
    )


def _not_yet(row: Row, day: date) -> Problem:
    return row.problem(
        f"ngày đăng {day:%d/%m/%Y} chưa tới nên không được dùng.",
        f"the day of publication {day:%d/%m/%Y} lies ahead and is not used.",
        "published_on",
        severity="warning",
    )
