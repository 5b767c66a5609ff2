"""Results from a table: every row is checked first; stored is all that is asked for, or nothing."""

from collections.abc import Collection
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import UTC
from datetime import datetime
from eduportal.admissions import ledger
from eduportal.admissions import results
from eduportal.admissions import table
from eduportal.admissions.persons import person
from eduportal.admissions.results import Result
from eduportal.admissions.seasons import results_are_public
from eduportal.admissions.table import Said
from eduportal.cases import Row as CaseRow
from eduportal.cases import by_number
from eduportal.cases import note
from eduportal.cases import rows
from eduportal.spreadsheets import Problem
from eduportal.spreadsheets import Row
from eduportal.spreadsheets import quote
from eduportal.vietnamese import fold

NEW, CHANGED, SAME, ERROR = "new", "changed", "same", "error"


@dataclass(frozen=True, slots=True)
class Planned:
    """What becomes of one row: of which case (0: none), what it was, what it is to be."""

    row: Row
    case: int
    name: str
    before: Result
    after: Result
    problems: tuple[Problem, ...] = ()

    @property
    def done(self) -> str:
        if any(problem.is_error for problem in self.problems):
            return ERROR
        if self.before == self.after:
            return SAME
        return CHANGED if self.before.outcome else NEW


@dataclass
class Plan:
    """All rows of a table, and what is wrong with the file itself."""

    rows: list[Planned] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def count(self, *done: str) -> int:
        return sum(planned.done in done for planned in self.rows)

    @property
    def good(self) -> list[Planned]:
        return [planned for planned in self.rows if planned.done in (NEW, CHANGED)]


def plan(
    portal, season, services: Collection[str], lines: Iterable[Row], public_too: bool = False
) -> Plan:
    """What would be stored; ``services`` are the UIDs whose cases the reader may see.

    A result that is public already is changed only where ``public_too`` says so.
    """
    cases = {row.number: row for row in rows(portal, services=services)}
    by_code = {row.code: row.number for row in cases.values()}
    frozen = results_are_public(season) and not public_too
    seen: dict[int, Row] = {}
    numbers: dict[str, Row] = {}
    planned = []
    for row in lines:
        said = table.said(row)
        number = _case_of(portal, season, said, cases, by_code)
        if number and number in seen:
            said.problems.append(_twice(row, seen[number]))
        elif number:
            seen[number] = row
        _check_number(portal, season, said, number, numbers)
        planned.append(_planned(portal, said, cases.get(number), frozen))
    return Plan(planned)


def store(portal, season, planned: Iterable[Planned], login: str) -> int:
    """Write down results; each case gets an internal note of what was decided by whom."""
    stored = 0
    for one in planned:
        case = by_number(portal, one.case)
        ledger.keep(portal, season, case, one.after)
        note(case, noted(one.after, "vi"), login)
        stored += 1
    return stored


def noted(result: Result, language: str) -> str:
    """The result in a line, for the case's internal notes."""
    parts = (
        results.said(result.outcome, language),
        results.points_shown(result.points, language),
        result.class_name,
        result.note,
    )
    return " · ".join(part for part in parts if part)


def _case_of(portal, season, said: Said, cases: dict[int, CaseRow], by_code) -> int:
    """The number of the case that a row means; 0 with a sentence where there is none."""
    if any(problem.is_error and problem.column in _MEANT for problem in said.problems):
        return 0
    row = said.row
    if said.case:
        number, shown, column = said.case, row["case"], "case"
    elif said.code:
        number, shown, column = by_code.get(said.code, 0), row["code"], "code"
    elif said.number:
        number = ledger.case_of_number(portal, season, said.number) or 0
        shown, column = row["number"], "number"
    else:
        return 0
    if number not in cases:
        shown = quote(shown)
        said.problems.append(
            row.problem(
                f"không có hồ sơ {shown} trong kỳ tuyển sinh này.",
                f"there is no application {shown} in this season.",
                column,
            )
        )
        return 0
    if said.code and by_code.get(said.code) != number:
        said.problems.append(
            row.problem(
                "mã hồ sơ không phải của số hồ sơ trong cùng dòng.",
                "the case code belongs to another case than the case number of this row.",
                "code",
            )
        )
    return number


_MEANT = ("case", "code", "number")


def _check_number(portal, season, said: Said, number: int, numbers: dict[str, Row]) -> None:
    """A registration number belongs to one case of the season."""
    if not said.number or not number:
        return
    owner = ledger.case_of_number(portal, season, said.number)
    if (owner and owner != number) or said.number in numbers:
        shown = quote(said.number)
        said.problems.append(
            said.row.problem(
                f"số báo danh {shown} đã cấp cho hồ sơ khác.",
                f"the registration number {shown} belongs to another application.",
                "number",
            )
        )
    numbers[said.number] = said.row


def _planned(portal, said: Said, found: CaseRow | None, frozen: bool) -> Planned:
    if found is None:
        return Planned(said.row, 0, said.name, results.NOTHING, said.result, tuple(said.problems))
    case = by_number(portal, found.number)
    name = person(case)
    before = results.result_of(case)
    after = _merged(said, before)
    problems = list(said.problems)
    if said.name and fold(said.name).split() != fold(name).split():
        shown, other = quote(said.name), quote(name)
        problems.append(
            said.row.problem(
                f"họ và tên trong bảng là {shown}, trong hồ sơ là {other}. "
                "Có thể bảng bị lệch dòng.",
                f"the table says {shown}, the application says {other}. "
                "Rows may have been shifted.",
                "name",
            )
        )
    if found.state == "withdrawn" and after.outcome == results.ADMITTED:
        problems.append(
            said.row.problem(
                "hồ sơ này đã được rút.", "this application was taken back.", "outcome"
            )
        )
    if frozen and before != after:
        problems.append(
            said.row.problem(
                "kết quả này đã công bố. Đánh dấu ô cho phép sửa kết quả đã công bố nếu thật sự "
                "cần.",
                "this result is public already. Tick the box that allows changing it, if it has "
                "to be.",
                "outcome",
            )
        )
    return Planned(said.row, found.number, name, before, after, tuple(problems))


def _merged(said: Said, before: Result) -> Result:
    """What the table has no column for, or leaves empty of the number, stays as it is."""
    kept = {
        name: getattr(before, name)
        for name in ("points", "class_name", "rank", "note")
        if name not in said.row.values
    }
    after = replace(
        said.result,
        **kept,
        number=said.number or before.number,
        reply=before.reply,
        replied=before.replied,
        until=before.until,
    )
    if after.outcome != results.ADMITTED:
        return replace(after, reply="", replied=None, until=None)
    if said.replies is not None and said.replies != before.reply:
        return replace(after, reply=said.replies, replied=datetime.now(UTC))
    return after


def _twice(row: Row, first: Row) -> Problem:
    return row.problem(
        f"hồ sơ này đã có ở dòng {first.number}.",
        f"this application stands in row {first.number} already.",
    )
