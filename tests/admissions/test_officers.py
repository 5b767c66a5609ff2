"""Lists, the import of results, publication, the waiting list: what officers do."""

from bs4 import BeautifulSoup
from datetime import date
from datetime import timedelta
from eduportal import cases
from eduportal.admissions import ledger
from eduportal.admissions.results import Result
from eduportal.admissions.results import result_of
from eduportal.face.dates import today
from plone import api
from tests.admissions.conftest import NAMES
from tests.admissions.conftest import sheet
from tests.admissions.conftest import words
from zope.event import notify
import pytest
import transaction

HEAD = ("Số hồ sơ", "Họ và tên", "Kết quả", "Điểm", "Lớp", "Thứ tự dự bị", "Ghi chú")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def upload(school, xlsx_of):
    """Upload a table with the usual columns; the page that answers."""

    def send(rows, head=HEAD, **fields):
        content = xlsx_of([head, *rows], "Kết quả")
        files = {"table": ("ket-qua.xlsx", content, XLSX)}
        return school.press(school.officers(), "check", files=files, **fields)

    return send


def results(school):
    transaction.begin()
    found = [result_of(cases.by_number(school.portal, one.number)) for one in school.cases]
    return [(one.outcome, one.points, one.class_name, one.rank, one.note) for one in found]


def said(page, selector):
    soup = BeautifulSoup(page.text, "html.parser")
    return [" ".join(one.text.split()) for one in soup.select(selector)]


def test_results_are_looked_at_before_anything_is_stored(school, upload):
    first, second, third, fourth = (str(case.number) for case in school.cases)
    page = upload(
        [
            (first, NAMES[0], "Trúng tuyển", "38,25", "1A", "", ""),
            (second, NAMES[1], "dự bị", "30", "", "1", ""),
            (third, "Lê Thị Đào", "Trượt", "", "", "", ""),
            (fourth, NAMES[3], "có thể", "nhiều", "", "x", ""),
            (first, NAMES[0], "Trúng tuyển", "", "", "", ""),
            (str(school.stranger.number), "Vũ Người Lạ", "Trúng tuyển", "", "", "", ""),
            ("", "Ai đó", "Trúng tuyển", "", "", "", ""),
        ]
    )
    sentences = [
        one.removeprefix('Sheet "Kết quả", ') for one in said(page, "#admission-preview ~ table li")
    ]

    assert sentences == [
        'row 4, column Họ và tên: the table says "Lê Thị Đào", the application says "Lê Đào". '
        "Rows may have been shifted.",
        'row 5, column Kết quả: the result "có thể" is not understood. Write one of: Admitted, '
        "Waiting, Not admitted (or Trúng tuyển, Dự bị, Không trúng tuyển).",
        'row 5, column Điểm: "nhiều" is no number of points. Write a number from 0 to 1000, for '
        "example 38.25.",
        'row 5, column Thứ tự dự bị: "x" is no place on a list. Write a whole number from 1.',
        "row 6: this application stands in row 2 already.",
        f'row 7, column Số hồ sơ: there is no application "{school.stranger.number}" in this '
        "season.",
        "row 8: the row does not say which application it means. Give the case number, the case "
        "code or the registration number.",
    ]
    assert results(school) == [("", "", "", 0, "")] * 4

    refused = school.press(page, "store")
    assert said(refused, ".alert-danger") == ["Nothing was stored: some rows have mistakes."]
    assert results(school) == [("", "", "", 0, "")] * 4

    stored = school.press(refused, "store", good_rows="1")
    assert said(stored, ".alert-success") == [
        "Stored: 2 results. Rows left out because of mistakes: 5."
    ]
    assert results(school) == [
        ("admitted", "38.25", "1A", 0, ""),
        ("waiting", "30", "", 1, ""),
        ("", "", "", 0, ""),
        ("", "", "", 0, ""),
    ]
    noted = cases.by_number(school.portal, int(first)).notes
    assert [(one.by, one.text) for one in noted] == [("lan", "Trúng tuyển · 38,25 · 1A")]


def test_the_downloaded_list_comes_back_equal_and_by_registration_number(school, upload):
    page = school.press(school.officers(), "numbers")
    assert said(page, ".alert-success") == ["Registration numbers given: 4."]
    table = school.ask("lan", f"vi/@@applicants.xlsx?season={school.season.UID()}")
    head, *rows = sheet(table.content)
    numbers = {row[3]: row[2] for row in rows}

    assert [row[3] for row in rows] == [NAMES[0], NAMES[1], NAMES[2], NAMES[3]]
    assert table.headers["Cache-Control"] == "private, no-store"
    assert len(set(numbers.values())) == 4
    assert all(case.code not in str(rows) for case in school.cases)

    for row in rows:
        row[head.index("Kết quả")] = "Không trúng tuyển"
    school.press(upload(rows, head), "store")
    again = sheet(school.ask("lan", f"vi/@@applicants.xlsx?season={school.season.UID()}").content)
    assert [row[head.index("Kết quả")] for row in again[1:]] == ["Không trúng tuyển"] * 4
    unchanged = upload(again[1:], again[0])
    assert said(unchanged, "#admission-preview ~ form p") == ["No row changes a result."]

    by_number = [(numbers[NAMES[1]], "Admitted")]
    school.press(upload(by_number, ("SBD", "Result")), "store")
    assert [one[0] for one in results(school)] == ["refused", "admitted", "refused", "refused"]


def test_the_ministrys_table_holds_who_was_admitted(school):
    decide(school, "admitted", "waiting", "refused", "")
    table = school.ask("lan", f"vi/@@applicants.xlsx?season={school.season.UID()}&layout=csdl")
    head, *rows = sheet(table.content)

    assert len(rows) == 1
    values = {name: value for name, value in zip(head, rows[0], strict=True) if value is not None}
    born = values.pop("Ngày sinh")
    assert (born.date(), values) == (
        date(2020, 1, 5),
        {
            "STT": 1,
            "Họ và tên": NAMES[0],
            "Giới tính": "Nữ",
            "Quốc tịch": "Việt Nam",
            "Họ tên mẹ": "Hoàng Phụ Huynh",
            "Số điện thoại": "0912 345 671",
            "Trạng thái": "Trúng tuyển",
        },
    )


def test_nobody_but_the_services_officers_reads_or_changes_anything(school):
    decide(school, "admitted", "waiting", "refused", "")
    uid = school.season.UID()
    addresses = [
        f"vi/@@applicants?season={uid}",
        f"vi/@@applicants.xlsx?season={uid}",
        f"vi/@@applicants.xlsx?season={uid}&layout=csdl",
        f"vi/@@admission-letters.zip?season={uid}",
    ]
    answers = {who: [school.ask(who, one) for one in addresses] for who in ("", "editor", "hoa")}

    assert {who: {one.status_code for one in got} for who, got in answers.items()} == {
        "": {302},
        "editor": {302},
        "hoa": {302},
    }
    assert [
        name for name in NAMES for got in answers.values() for one in got if name in one.text
    ] == []

    with api.env.adopt_roles(["Manager"]):
        api.group.add_user(groupname="case-officers", username="hoa")
        school.service.officers = ("lan",)
        # a draft of a contributor's that names the season gives nobody a say in it
        draft = api.content.create(school.service.__parent__, "Service", "nhap", title="Nháp")
        draft.season = uid
    page = school.officers("hoa")
    assert page.status_code == 200
    assert [name for name in NAMES if name in page.text] == []
    mark = BeautifulSoup(page.text, "html.parser").select_one("[name=_authenticator]")["value"]
    early = {"hour": "1", "results_at": "2020-01-01T08:00", "_authenticator": mark}
    early = school.ask("hoa", f"vi/@@applicants?season={uid}", "POST", data=early)
    assert (early.status_code, school.season.results_at) == (302, None)
    posted = school.ask("lan", f"vi/@@applicants?season={uid}", "POST", data={"hour": "1"})
    assert posted.status_code == 403


def test_published_results_change_only_where_somebody_means_it(school, upload):
    decide(school, "admitted", "waiting", "refused", "refused")
    school.publish(-1)
    row = (str(school.cases[0].number), NAMES[0], "Trượt", "", "", "", "")
    warned = upload([row])
    meant = upload([row], public_too="1")

    assert said(warned, "#admission-preview ~ table li")[0].endswith(
        "this result is public already. Tick the box that allows changing it, if it has to be."
    )
    assert said(school.press(meant, "store"), ".alert-success") == [
        "Stored: 1 results. Rows left out because of mistakes: 0."
    ]
    assert results(school)[0][0] == "refused"


def test_the_hour_the_waiting_list_and_the_end_of_the_cases(school):
    decide(school, "admitted", "admitted", "waiting", "refused")
    assert "No hour is set" in words(school.officers())
    empty = school.press(school.officers(), "hour", results_at="", enrol_until="")
    assert said(empty, ".alert-danger") == ["Give the day and the hour of publication."]
    tomorrow = (today() + timedelta(days=1)).isoformat()
    late = school.press(
        school.officers(),
        "hour",
        results_at=f"{tomorrow}T08:00",
        enrol_until=today().isoformat(),
    )
    assert said(late, ".alert-danger") == [
        "Families must have time: the last day comes before the results."
    ]
    school.press(school.officers(), "hour", results_at="2026-01-02T08:00", enrol_until="2026-01-09")
    transaction.begin()
    assert school.season.results_at.isoformat() == "2026-01-02T01:00:00+00:00"

    page = school.press(school.officers(), "release")
    assert said(page, ".alert-success") == ["Places that are free again: 2."]
    page = school.press(page, "move_up", most="5", until=tomorrow)
    assert said(page, ".alert-success") == ["Moved up from the waiting list: 1."]
    assert [one[0] for one in results(school)] == ["admitted", "admitted", "admitted", "refused"]
    assert said(page, "#admission-places ~ dl dd") == ["3/2", "0", "2", "1", "0", "1"]

    page = school.press(page, "close")
    assert said(page, ".alert-success") == ["Cases closed: 4. Still open: 0."]
    transaction.begin()
    states = [
        (cases.state_of(one), one.result_text or one.reason)
        for one in (cases.by_number(school.portal, case.number) for case in school.cases)
    ]
    assert states == [
        ("approved", "Trúng tuyển: Tuyển sinh lớp 1."),
        ("approved", "Trúng tuyển: Tuyển sinh lớp 1."),
        ("approved", "Trúng tuyển: Tuyển sinh lớp 1."),
        ("refused", "Không trúng tuyển: Tuyển sinh lớp 1."),
    ]

    denied = school.press(page, "deny")
    assert said(denied, ".alert-success") == ["Results are not public any more."]


def test_names_are_searched_by_post_and_lists_are_sorted_by_given_name(school):
    page = school.officers()
    found = school.press(page, "search", words="cuong")

    assert said(page, "#admission-list ~ table td[lang=vi]") == NAMES
    assert said(found, "#admission-list ~ table td[lang=vi]") == ["Trần Văn Cường"]
    assert page.headers["Cache-Control"] == "private, no-store"


def test_a_purged_case_leaves_nothing_in_the_seasons_list(school):
    decide(school, "admitted", "admitted", "", "")
    notify(cases.CasePurged(school.cases[0]))

    assert list(ledger.lines(school.portal, school.season)) == [school.cases[1].number]
    assert ledger.case_of_number(school.portal, school.season, "SBD0") is None
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(school.season, check_linkintegrity=False)
    assert list(cases.store.read(school.portal)["admissions"]) == []


def test_who_withdraws_after_being_admitted_frees_the_place(school):
    decide(school, "admitted", "waiting", "", "")
    for case in school.cases[:2]:
        cases.step(case, "withdraw", actor="", as_applicant=True)

    lines = ledger.lines(school.portal, school.season)
    assert [lines[case.number].reply for case in school.cases[:2]] == ["no", ""]


def decide(school, *outcomes):
    for place, (case, outcome) in enumerate(zip(school.cases, outcomes, strict=True)):
        if outcome:
            result = Result(outcome=outcome, number=f"SBD{place}")
            ledger.keep(school.portal, school.season, case, result)
    transaction.commit()
