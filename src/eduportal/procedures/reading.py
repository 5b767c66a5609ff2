"""Rows of a table as procedures: values of fields, and a sentence for every cell that is none."""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from eduportal import spreadsheets
from eduportal.content_types.procedure.composed import tidy
from eduportal.content_types.procedure.papers import is_paper
from eduportal.content_types.procedure.settings import terms_of
from eduportal.procedures.columns import Column
from eduportal.procedures.columns import columns
from eduportal.procedures.columns import spreadsheet
from eduportal.procedures.official_contact import refused_mail
from eduportal.spreadsheets import Problem
from eduportal.spreadsheets import Row
from eduportal.spreadsheets import Table
from eduportal.spreadsheets import quote
from eduportal.terms import find
from eduportal.vietnamese import fold
from pathlib import Path
from typing import Any
from zope.interface import Invalid
import re

FREE = {"khong", "khong thu", "mien phi", "khong co", "none", "no fee", "free"}
MONEY = re.compile(r"(\d{1,3}([. ,]\d{3})+|\d{1,10})\s*(dong|vnd|d)?\.?")
WHOLE = re.compile(r"(\d{1,4})(\s*(ngay|ngay lam viec|bo|working days|days))?\.?")
ADDRESS = re.compile(r"https?://[^\s/?#]+\.[^\s]+")
MAILBOX = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


@dataclass
class Entry:
    """One row: ``fields`` by name, without those whose cells are empty.

    ``forms`` and ``legal_basis`` hold what is written: names of forms, numbers of documents.
    """

    row: Row
    fields: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def bad(self) -> bool:
        return any(problem.is_error for problem in self.problems)

    @property
    def label(self) -> str:
        return self.fields.get("title") or self.row["title"] or self.row["code"]

    @property
    def key(self) -> str:
        return key_of(self.fields.get("code"), self.fields.get("title"))


def key_of(code: str | None, title: str | None) -> str:
    """What a procedure is known by: its code, without one its name."""
    return (
        f"code {code.strip().casefold()}"
        if code
        else f"name {fold(' '.join((title or '').split()))}"
    )


def read(source: Path | bytes, filename: str = "") -> Table:
    """Rows of an ``.xlsx`` or ``.csv`` file, given as a path or as its content with its name."""
    return spreadsheets.read(source, spreadsheet(), filename)


def entries(table: Table) -> list[Entry]:
    """The procedures of a table in order; of two rows for one the second is an error."""
    found = [_entry(row) for row in table.rows]
    first: dict[str, Entry] = {}
    for entry in found:
        earlier = first.setdefault(entry.key, entry)
        if earlier is not entry and not entry.bad:
            entry.problems.append(
                entry.row.problem(
                    f"thủ tục này đã có ở dòng {earlier.row.number}. Mỗi thủ tục chỉ ghi một dòng.",
                    f"this procedure is in row {earlier.row.number} already. One row for each.",
                    "code" if entry.row["code"] else "title",
                )
            )
    return found


def lines(text: str) -> list[str]:
    """The lines of a cell that say something, without leading numbers and dashes."""
    found = (re.sub(r"^\s*([-+•*]|\d{1,2}[.)])\s+", "", line) for line in text.splitlines())
    return [tidied for line in found if (tidied := tidy(" ".join(line.split())))]


def _entry(row: Row) -> Entry:
    entry = Entry(row, problems=list(row.problems))
    for column in columns():
        if row[column.token]:
            entry.problems += _read(entry, column)
    if not row["title"] and not any(problem.column == "title" for problem in entry.problems):
        entry.problems.append(
            row.problem(
                "thiếu tên thủ tục. Mỗi thủ tục cần một tên.",
                "the name is missing. Each procedure needs one.",
                "title",
            )
        )
    return entry


def _read(entry: Entry, column: Column) -> Iterator[Problem]:
    """Put a cell's value into the entry; what is to be said of it."""
    row, token = entry.row, column.token
    text, fields = row[token], entry.fields
    match column.value:
        case "line" | "area":
            fields[token] = tidy(" ".join(text.split()))
            if column.value == "area" and (term := find(terms_of("areas"), fields[token])):
                fields[token] = term.vi
        case "text":
            fields[token] = tidy(text)
        case "lines" | "forms" | "documents":
            fields[token] = tuple(lines(text))
        case "papers":
            fields[token] = tuple(lines(text))
            yield from _papers(row, fields[token])
        case "whole":
            found = WHOLE.fullmatch(fold(" ".join(text.split())))
            if found is None:
                yield _wrong(row, token, "cần một số nguyên, ví dụ 5", "a whole number, such as 5")
            else:
                fields[token] = int(found[1])
        case "money":
            yield from _money(entry, token)
        case "one" | "some":
            yield from _listed(entry, column)
        case "address":
            if not ADDRESS.fullmatch(text):
                yield _wrong(row, token, "cần địa chỉ bắt đầu bằng https://", "an https:// address")
            else:
                fields[token] = text
        case "mail":
            yield from _mail(entry, token)


def _papers(row: Row, papers: tuple[str, ...]) -> Iterator[Problem]:
    for paper in papers:
        try:
            is_paper(paper)
        except Invalid:
            yield row.problem(
                f"{quote(paper)} không đúng dạng: tên | số bản chính | số bản sao.",
                f"{quote(paper)} is not of the form: name | originals | copies.",
                "dossier",
            )


def _money(entry: Entry, token: str) -> Iterator[Problem]:
    text = fold(" ".join(entry.row[token].split()))
    found = MONEY.fullmatch(text)
    if text in FREE:
        entry.fields[token] = 0
    elif found is None:
        yield _wrong(
            entry.row,
            token,
            "cần số tiền bằng đồng, ví dụ 30000, hoặc Không",
            "an amount in dong, such as 30000, or Không",
        )
    else:
        entry.fields[token] = int(re.sub(r"\D", "", found[1]))


def _listed(entry: Entry, column: Column) -> Iterator[Problem]:
    terms, text = terms_of(column.list), entry.row[column.token]
    parts = [text] if column.value == "one" else re.split(r"[;\n]", text)
    tokens = []
    for part in (" ".join(part.split()) for part in parts):
        term = find(terms, part) if part else None
        if term is not None:
            tokens.append(term.token)
        elif part:
            vi, en = ("; ".join(one.title(name) for one in terms) for name in ("vi", "en"))
            yield entry.row.problem(
                f"{quote(part)} không có trong danh sách: {vi}.",
                f"{quote(part)} is not one of: {en}.",
                column.token,
            )
    if tokens:
        entry.fields[column.token] = tokens[0] if column.value == "one" else tuple(tokens)


def _mail(entry: Entry, token: str) -> Iterator[Problem]:
    text = entry.row[token]
    if not MAILBOX.fullmatch(text):
        yield _wrong(entry.row, token, "cần một địa chỉ thư điện tử", "an e-mail address")
        return
    entry.fields[token] = text
    vi, en = (refused_mail(text, language) for language in ("vi", "en"))
    if vi:
        yield entry.row.problem(
            f"{quote(text)} là thư điện tử miễn phí, không nên công bố {vi}.",
            f"{quote(text)} is free mail and should not be published {en}.",
            token,
            severity="warning",
        )


def _wrong(row: Row, column: str, vi: str, en: str) -> Problem:
    text = quote(row[column])
    return row.problem(f"{text} chưa đúng: {vi}.", f"{text} cannot be read: {en}.", column)
