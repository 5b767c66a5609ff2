"""The table of results: its columns, and what one row says."""

from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from eduportal.admissions import results
from eduportal.admissions.results import Result
from eduportal.cases import codes
from eduportal.spreadsheets import Columns
from eduportal.spreadsheets import Problem
from eduportal.spreadsheets import Row
from eduportal.spreadsheets import quote
from eduportal.vietnamese import fold

TITLES_VI = {
    "case": "Số hồ sơ",
    "code": "Mã hồ sơ",
    "number": "Số báo danh",
    "name": "Họ và tên",
    "outcome": "Kết quả",
    "points": "Điểm",
    "class_name": "Lớp",
    "rank": "Thứ tự dự bị",
    "note": "Ghi chú",
    "reply": "Xác nhận nhập học",
}
TITLES_EN = {
    "case": "Case number",
    "code": "Case code",
    "number": "Registration number",
    "name": "Full name",
    "outcome": "Result",
    "points": "Points",
    "class_name": "Class",
    "rank": "Place on the waiting list",
    "note": "Note",
    "reply": "Enrolment confirmed",
}
COLUMNS = Columns(
    names=tuple(TITLES_VI),
    required=("outcome",),
    record=("hồ sơ", "application"),
    headings={
        "case": ("Số thứ tự hồ sơ",),
        "number": ("SBD", "Mã đăng ký", "Mã đăng ký dự tuyển"),
        "name": ("Họ tên", "Họ và tên học sinh", "Họ và tên thí sinh"),
        "outcome": ("Kết quả xét tuyển", "Kết quả tuyển sinh"),
        "points": ("Tổng điểm", "Điểm xét tuyển", "Score"),
        "class_name": ("Xếp lớp", "Lớp được xếp"),
        "rank": ("Dự bị", "Rank"),
        "note": ("Nhận xét", "Notes"),
    },
    titles_vi=TITLES_VI,
    titles_en=TITLES_EN,
    unread=(
        "STT",
        "TT",
        "No.",
        "Ngày sinh",
        "Date of birth",
        "Trạng thái hồ sơ",
        "State of the case",
        "Ngày nộp",
        "Received on",
    ),
    largest_file=5_000_000,
    most_rows=20_000,
)
LONGEST = {"class_name": 40, "note": 300}
REPLIES = {results.YES: ("co", "x", "yes", "da xac nhan", "1"), results.NO: ("khong", "no", "0")}


@dataclass(frozen=True, slots=True)
class Said:
    """What a row says, before anybody looks for its case; ``result`` lacks what it leaves out."""

    row: Row
    case: int = 0
    code: str = ""
    number: str = ""
    name: str = ""
    result: Result = results.NOTHING
    replies: str | None = None
    problems: list[Problem] = field(default_factory=list)


def said(row: Row) -> Said:
    """The row's cells understood, each that is not with its sentence."""
    found = Said(row, name=row["name"], problems=list(row.problems))
    found = _identified(found)
    outcome = results.outcome_of(row["outcome"])
    if outcome is None:
        found.problems.append(_unknown_outcome(row))
    points = results.points_of(row["points"]) if row["points"] else ""
    if points is None:
        found.problems.append(_no_points(row))
    rank = row["rank"]
    if rank and not (rank.isascii() and rank.isdigit() and 0 < int(rank) < 100_000):
        found.problems.append(_no_rank(row))
        rank = ""
    for column, longest in LONGEST.items():
        if len(row[column]) > longest:
            found.problems.append(_too_long(row, column, longest))
    replies = _reply(row["reply"]) if row["reply"] else ""
    if replies is None:
        found.problems.append(_no_reply(row))
    result = Result(
        outcome=outcome or "",
        points=points or "",
        class_name=row["class_name"],
        rank=int(rank or 0),
        note=row["note"],
        number=found.number,
    )
    return replace(found, result=result, replies=replies or None)


def _identified(found: Said) -> Said:
    row = found.row
    case, code, number = row["case"], row["code"], row["number"]
    if case and not (case.isascii() and case.isdigit()):
        found.problems.append(_no_case_number(row))
        case = ""
    if code and not codes.is_well_formed(code):
        found.problems.append(_no_code(row))
        code = ""
    kept = results.number_of(number) if number else ""
    if kept is None:
        found.problems.append(_no_number(row))
    if not any(row[column] for column in ("case", "code", "number")):
        found.problems.append(
            row.problem(
                "dòng này không cho biết là hồ sơ nào. Cần số hồ sơ, mã hồ sơ hoặc số báo danh.",
                "the row does not say which application it means. Give the case number, the case "
                "code or the registration number.",
            )
        )
    return replace(found, case=int(case or 0), code=codes.normalise(code), number=kept or "")


def _reply(text: str) -> str | None:
    plain = fold(text).strip()
    return next((reply for reply, written in REPLIES.items() if plain in written), None)


def _unknown_outcome(row: Row) -> Problem:
    shown = quote(row["outcome"])
    vi = ", ".join(written[0] for written in results.WRITTEN.values())
    return row.problem(
        f"kết quả {shown} không hiểu được. Ghi một trong: {vi}.",
        f"the result {shown} is not understood. Write one of: Admitted, Waiting, Not admitted "
        f"(or {vi}).",
        "outcome",
    )


def _no_points(row: Row) -> Problem:
    shown = quote(row["points"])
    return row.problem(
        f"{shown} không phải là điểm. Ghi một số từ 0 đến 1000, ví dụ 38,25.",
        f"{shown} is no number of points. Write a number from 0 to 1000, for example 38.25.",
        "points",
    )


def _no_rank(row: Row) -> Problem:
    shown = quote(row["rank"])
    return row.problem(
        f"{shown} không phải là thứ tự. Ghi số nguyên từ 1.",
        f"{shown} is no place on a list. Write a whole number from 1.",
        "rank",
    )


def _too_long(row: Row, column: str, longest: int) -> Problem:
    length = len(row[column])
    return row.problem(
        f"nội dung dài {length} ký tự, nhiều nhất {longest}.",
        f"the text has {length} characters, the most is {longest}.",
        column,
    )


def _no_reply(row: Row) -> Problem:
    shown = quote(row["reply"])
    return row.problem(
        f"{shown} không hiểu được. Ghi Có, Không hoặc để trống.",
        f"{shown} is not understood. Write Yes, No or leave it empty.",
        "reply",
    )


def _no_case_number(row: Row) -> Problem:
    shown = quote(row["case"])
    return row.problem(
        f"{shown} không phải là số hồ sơ. Số hồ sơ chỉ gồm chữ số, lấy từ danh sách tải về.",
        f"{shown} is no case number. It has digits only; take it from the downloaded list.",
        "case",
    )


def _no_code(row: Row) -> Problem:
    shown = quote(row["code"])
    return row.problem(
        f"mã hồ sơ {shown} sai hoặc thiếu ký tự.",
        f"the case code {shown} is incomplete or mistyped.",
        "code",
    )


def _no_number(row: Row) -> Problem:
    shown = quote(row["number"])
    return row.problem(
        f"số báo danh {shown} không hợp lệ. Chỉ dùng chữ cái không dấu, chữ số, dấu . / -, "
        "nhiều nhất 20 ký tự.",
        f"the registration number {shown} is not valid. Use letters without marks, digits and "
        ". / -, 20 characters at most.",
        "number",
    )
