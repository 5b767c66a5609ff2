"""The officers' queue, over HTTP."""

from bs4 import BeautifulSoup
from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import timedelta
from eduportal import cases
from eduportal.casework import bulk
from eduportal.face.dates import ZONE
from io import BytesIO
from openpyxl import load_workbook
from plone import api
from tests.casework.conftest import words
import pytest
import transaction

FILTER, ROWS = ".edu-queue__filter", "form:has(.edu-queue__rows)"


def names(page) -> list[str]:
    return [words(one).partition(" HS-")[0] for one in page.select(".edu-rows__title")]


def list_counts(page) -> dict[str, str]:
    """The lists by their addresses, with their counts."""
    return {
        one["href"].rpartition("=")[2]: one.select_one(".badge").text
        for one in page.select(".edu-queue__lists a")
    }


def test_an_officer_sees_the_cases_of_his_services_alone(school):
    school.apply("chuyen-truong", "Nguyễn Thị Đào")
    school.apply("hoc-bong", "Phạm Văn Khác")

    assert names(school.page("lan")) == ["Nguyễn Thị Đào"]
    assert names(school.page("hoa")) == ["Phạm Văn Khác"]
    for stranger in ("khach", "", "chief"):
        answer = school.ask(stranger, "@@cases")
        assert answer.status_code in (302, 401)
        assert "Đào" not in answer.text


def test_the_lists_count_what_waits_and_overdue_is_said_in_words(school):
    school.apply("chuyen-truong", "Nguyễn Thị Đào", opened=datetime.now(UTC))
    late = school.apply("chuyen-truong", "Trần Văn Trễ")
    late.due = cases.today() - timedelta(days=14)
    late.assignee = "lan"
    late.indexObject()
    place = school.apply("chuyen-truong", "Lê Thị Chờ", waiting=True)
    place.due = None
    place.indexObject()

    page = school.page("lan")
    assert list_counts(page) == {
        "open": "3",
        "overdue": "1",
        "soon": "0",
        "mine": "1",
        "nobodys": "2",
        "waiting": "1",
        "supplement": "0",
        "ready": "0",
        "all": "3",
    }
    # the soonest due first, those without a term last
    assert names(page) == ["Trần Văn Trễ", "Nguyễn Thị Đào", "Lê Thị Chờ"]
    english = school.page("lan", "../en/@@cases?worklist=overdue")
    (red,) = english.select(".edu-queue__late")
    assert words(red) == f"Overdue by 10 working days (due on {late.due:%d/%m/%Y})"
    assert names(english) == ["Trần Văn Trễ"]


def test_words_find_names_and_codes_and_stand_in_no_address(school):
    found = school.apply("chuyen-truong", "Nguyễn Thị Đào", pupil_name="Đỗ Bé Mẫu")
    school.apply("chuyen-truong", "Trần Văn Khác")

    def ask(typed):
        page = school.page("lan")
        answer = school.send("lan", "@@cases", page, FILTER, words=typed)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "private, no-store")
        addresses = [link.get("href", "") for link in soup(answer).select("a")]
        assert not [one for one in addresses if "words" in one or typed in one]
        return names(soup(answer))

    assert ask("dao nguyen") == ["Nguyễn Thị Đào"]
    assert ask("đỗ bé") == ["Nguyễn Thị Đào"]
    assert ask(cases.codes.shown(found.code).lower()) == ["Nguyễn Thị Đào"]
    assert ask("khong ai ca") == []
    assert len(names(school.page("lan", "@@cases?words=dao"))) == 2


def test_filters_by_service_state_officer_and_days_go_together(school):
    old = school.apply("chuyen-truong", "Cũ", opened=datetime(2026, 9, 4, 23, 30, tzinfo=UTC))
    school.apply("chuyen-truong", "Mới")
    old.assignee = "minh"
    old.indexObject()
    uid = school.services["chuyen-truong"].UID()

    def ask(query):
        return names(school.page("lan", f"@@cases?worklist=all&{query}"))

    assert ask(f"service={uid}&until=2026-09-05") == ["Cũ"]
    # 23:30 UTC is the morning of the next day in Viet Nam
    assert ask("until=2026-09-04") == []
    assert ask("since=06/09/2026") == ["Mới"]
    assert ask("assignee=minh") == ["Cũ"]
    assert ask("assignee=-") == ["Mới"]
    assert ask("state=processing") == []
    assert ask("service=nonsense") == []
    assert ask("since=nonsense&state=nonsense&sort=oldest") == ["Cũ", "Mới"]


def test_a_service_of_others_cannot_be_asked_for(school):
    school.apply("chuyen-truong")
    school.apply("hoc-bong", "Phạm Văn Khác")
    uid = school.services["hoc-bong"].UID()

    page = school.page("lan", f"@@cases?worklist=all&service={uid}")

    assert names(page) == []
    assert "Học bổng" not in page.text
    assert [one["value"] for one in page.select("#queue-service option")] == [
        "",
        school.services["chuyen-truong"].UID(),
    ]


def test_many_cases_take_a_step_at_once_and_each_refusal_has_its_sentence(school):
    made = [school.apply("chuyen-truong", f"Người {n}") for n in range(3)]
    ready = school.apply("chuyen-truong", "Đã xong")
    with api.env.adopt_user("lan"):
        cases.step(ready, "approve", actor="lan", message="Đồng ý")
    page = school.page("lan", "../en/@@cases?worklist=all")

    sent = [str(one.number) for one in (*made[:2], ready)]
    answer = school.send("lan", "../en/@@cases", page, ROWS, step="process", case=sent)

    done = soup(answer)
    assert [words(one) for one in done.select("[role=status] .alert")] == [
        "Done: 2.",
        "Not done: 1. Each line says why.",
    ]
    assert [words(one) for one in done.select(".edu-outcomes .text-danger")] == [
        "This step is not possible: the case has been changed, or it is not yours."
    ]
    transaction.begin()
    assert [cases.state_of(cases.by_number(school.portal, one.number)) for one in made] == [
        "processing",
        "processing",
        "received",
    ]


def test_what_changed_after_the_list_was_shown_is_left_alone(school):
    case = school.apply("chuyen-truong")
    page = school.page("lan")
    with api.env.adopt_user("minh"):
        cases.note(case, "Tôi đang xem", "minh")

    answer = school.send("lan", "../en/@@cases", page, ROWS, step="process", case=str(case.number))

    assert words(soup(answer).select_one(".edu-outcomes .text-danger")) == str(bulk.CHANGED)
    transaction.begin()
    assert cases.state_of(cases.by_number(school.portal, case.number)) == "received"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"step": "process"}, bulk.NOTHING_TICKED),
        ({"step": "refuse", "all": "1"}, bulk.NO_REASON),
        ({"step": "assign", "all": "1"}, bulk.NO_OFFICER),
        ({"step": "delete", "all": "1"}, bulk.NOTHING_TICKED),
    ],
)
def test_a_form_that_cannot_be_used_changes_nothing_and_says_why(school, fields, sentence):
    case = school.apply("chuyen-truong")
    page = school.page("lan")

    answer = school.send("lan", "../en/@@cases", page, ROWS, **fields)

    assert words(soup(answer).select_one("[role=alert]")) == str(sentence)
    transaction.begin()
    assert len(cases.by_number(school.portal, case.number).trace) == 1


def test_the_whole_list_is_given_to_an_officer_who_handles_it(school):
    for number in range(60):
        school.apply("chuyen-truong", f"Người {number}")
    page = school.page("lan")
    assert len(names(page)) == 50
    second = school.send("lan", "@@cases", page, ".edu-queue__pages", start="50")
    assert len(names(soup(second))) == 10

    give = {"step": "assign", "all": "1", "officer": "minh"}
    answer = school.send("lan", "../en/@@cases", page, ROWS, **give)
    assert [words(one) for one in soup(answer).select("[role=status] .alert")] == ["Done: 60."]
    assert list_counts(school.page("minh"))["mine"] == "60"

    give["officer"] = "hoa"
    again = school.page("lan", "../en/@@cases")
    answer = school.send("lan", "../en/@@cases", again, ROWS, **give)
    refused = {words(one) for one in soup(answer).select(".edu-outcomes .text-danger")}
    assert refused == {str(bulk.NOT_YOURS)}


def test_a_long_run_stops_in_time_and_is_taken_up_where_it_stopped(school):
    rows = sorted(
        (cases.row_of(school.apply("chuyen-truong")) for _n in range(5)), key=lambda r: r.number
    )
    seen = []

    stopped = bulk.run(rows, lambda case: seen.append(case.number), None, patience=-1)
    assert (stopped.left, stopped.last, seen) == (5, 0, [])
    whole = bulk.run(rows, lambda case: seen.append(case.number), None)
    assert (whole.left, whole.last, seen) == (0, rows[-1].number, [row.number for row in rows])


def test_a_post_without_the_authenticator_changes_nothing(school):
    case = school.apply("chuyen-truong")
    for path in ("@@cases", "@@cases/export", f"@@cases/{case.number}"):
        sent = {"step": "process", "act": "step", "all": "1"}
        answer = school.ask("lan", path, "POST", data=sent)
        assert answer.status_code == 403, path
    assert school.ask("lan", "@@cases/export").status_code in (403, 405)
    assert cases.state_of(cases.by_number(school.portal, case.number)) == "received"


def test_the_list_at_hand_is_taken_away_as_an_excel_file_and_that_is_noted(school, journal):
    case = school.apply("chuyen-truong", "=cmd|' /C calc'!A0")
    school.apply("hoc-bong", "Phạm Văn Khác")
    page = school.page("lan", "../en/@@cases")

    answer = school.send("lan", "../en/@@cases/export", page, FILTER)

    sheet = load_workbook(BytesIO(answer.content)).active
    assert [[cell.value for cell in line] for line in sheet][1:] == [
        [
            cases.codes.shown(case.code),
            "=cmd|' /C calc'!A0",
            "Chuyển trường",
            "Received",
            None,
            case.opened.astimezone(ZONE).replace(tzinfo=None, microsecond=0),
            datetime.combine(case.due, datetime.min.time()),
            None,
            None,
        ]
    ]
    assert sheet["B2"].data_type == "s"
    assert [(one["who"], one["after"]) for one in journal() if one["event"] == "case.export"] == [
        ("lan", {"worklist": "open", "sort": "due", "cases": 1})
    ]


def test_the_desk_tells_officers_what_waits_and_leads_there(school):
    case = school.apply("chuyen-truong")
    case.due = date(2026, 1, 5)
    case.indexObject()

    desk = school.page("lan", "../en/@@desk")
    assert words(desk.select_one("#cases")) == (
        "Cases to be handled 1 Overdue: 1 Assigned to me: 0 · Assigned to nobody: 1"
    )
    assert desk.select_one(".alert-info") is None
    assert desk.select("#personaltools-cases, a[href$='/en/@@cases']")
    assert school.page("khach", "../en/@@desk").select_one("#cases") is None


def soup(answer):
    assert answer.status_code == 200, answer.text[:1000]
    return BeautifulSoup(answer.text, "html.parser")
