from datetime import date
from eduportal.filing.dates import read_date
from eduportal.spreadsheets import Row
import pytest

TODAY = date(2026, 11, 21)


def read(text, column="issued_on"):
    value, problem = read_date(Row({column: text}, number=7), column, TODAY)
    return value, problem and (problem.severity, problem.sentence("vi"))


@pytest.mark.parametrize(
    "text",
    [
        "05/10/2020",
        "5/10/2020",
        "5-10-2020",
        "5.10.2020",
        "05 / 10 / 2020",
        "2020-10-05",
        "2020-10-05 00:00:00",
        "05/10/2020 07:30",
        "ngày 05 tháng 10 năm 2020",
        "Ngày 5 tháng 10 năm 2020.",
        "5 THÁNG 10 NĂM 2020",
    ],
)
def test_a_date_is_read_as_offices_write_it(text):
    assert read(text) == (date(2020, 10, 5), None)


def test_an_empty_cell_is_no_date():
    assert read("  ") == (None, None)


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        (
            "31/02/2020",
            "issued_on",
            '"31/02/2020" không phải là một ngày có thật. Cần dạng dd/mm/yyyy, ví dụ 05/10/2020.',
        ),
        (
            "10/25/2020",
            "issued_on",
            '"10/25/2020" không phải là một ngày có thật. Có thể ngày và tháng bị đảo: ngày viết '
            "trước. Cần dạng dd/mm/yyyy, ví dụ 05/10/2020.",
        ),
        (
            "44109",
            "issued_on",
            'không đọc được ngày "44109". Ô chứa một con số: hãy định dạng ô kiểu ngày. Cần dạng '
            "dd/mm/yyyy, ví dụ 05/10/2020, hoặc ô kiểu ngày của Excel.",
        ),
        (
            "tháng 10/2020",
            "issued_on",
            'không đọc được ngày "tháng 10/2020". Cần dạng dd/mm/yyyy, ví dụ 05/10/2020, hoặc ô '
            "kiểu ngày của Excel.",
        ),
        (
            "05/10/0202",
            "issued_on",
            '"05/10/0202": năm 202 không hợp lý; cần năm từ 1900 đến 2100.',
        ),
        (
            "5/10/20",
            "effective_on",
            '"5/10/20": không rõ thế kỷ nào. Hãy ghi năm đủ bốn chữ số, dd/mm/yyyy.',
        ),
    ],
)
def test_what_is_no_date_is_refused_with_what_is_expected(text, column, said):
    assert read(text, column) == (None, ("error", f"Dòng 7, cột {column}: {said}"))


@pytest.mark.parametrize(("text", "day"), [("5/10/20", 2020), ("5/10/26", 2026), ("5/10/98", 1998)])
def test_a_short_year_of_issue_lies_behind_and_is_said(text, day):
    value, (severity, sentence) = read(text)
    assert (value, severity) == (date(day, 10, 5), "warning")
    assert f"được hiểu là 05/10/{day}" in sentence
