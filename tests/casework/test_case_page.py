"""One case on the officers' page, over HTTP."""

from bs4 import BeautifulSoup
from datetime import timedelta
from eduportal import cases
from io import BytesIO
from PIL import Image
from plone import api
from tests.casework.conftest import words
import pytest
import transaction

PDF = b"%PDF-1.4\n%%EOF"
STEPS, ASSIGN = "form:has(input[value=step])", "form:has(#case-officer)"
SAY, NOTE, DUE = "form:has(#case-say)", "form:has(#case-note)", "form:has(#case-due)"


@pytest.fixture
def case(school):
    made = school.apply("chuyen-truong", files=[PDF], pupil_name="Đỗ <b>Bé</b> Mẫu")
    transaction.commit()
    return made


def a_pdf() -> bytes:
    stream = BytesIO()
    Image.new("RGB", (8, 8)).save(stream, "PDF")
    return stream.getvalue()


def now(school, case):
    transaction.begin()
    return cases.by_number(school.portal, case.number)


def page_of(school, who, case, query="") -> BeautifulSoup:
    return school.page(who, f"../en/@@cases/{case.number}{query}")


def do(school, who, case, page, form, **fields):
    return school.send(who, f"../en/@@cases/{case.number}", page, form, **fields)


def test_the_page_shows_what_was_sent_and_what_can_be_done(school, case):
    page = page_of(school, "lan", case)

    assert words(page.h1) == f"Case {cases.codes.shown(case.code)}"
    assert [words(one) for one in page.select(".edu-case__answers > div")] == [
        "Name Nguyễn Thị Đào",
        "Phone 0912 345 678",
        "E-mail dao@example.org",
        "Date of birth given as verification 31/05/1990",
        f"Received {cases.shown_moment(case.opened)}",
        "Họ và tên Nguyễn Thị Đào",
        "pupil_name Đỗ <b>Bé</b> Mẫu",
    ]
    assert page.select_one("dd b") is None
    assert [words(one) for one in page.select(f"{STEPS} button")] == [
        "Begin work",
        "Ask for a supplement",
        "Grant: the result is there",
        "Refuse",
        "The applicant withdraws",
    ]
    assert [words(one) for one in page.select("#case-officer option")] == [
        "Nobody yet",
        "Nguyễn Thị Lan",
        "Trần Văn Minh",
    ]


def test_nobody_but_the_services_officers_finds_a_case_or_its_files(school, case):
    school.apply("hoc-bong", "Phạm Văn Khác")
    missing = school.ask("lan", "@@cases/4711")
    for path in ("", "/files/001"):
        for who, expected in (("hoa", 404), ("khach", 302), ("", 302)):
            answer = school.ask(who, f"@@cases/{case.number}{path}")
            assert (path, who, answer.status_code) == (path, who, expected)
            for secret in ("Đào", "Mẫu", "giay-khai-sinh", cases.codes.shown(case.code)):
                assert secret not in answer.text
    assert missing.status_code == 404
    for path in ("files/999", "files", "blob", "files/001/blob", "applicant"):
        assert school.ask("lan", f"@@cases/{case.number}/{path}").status_code == 404


def test_a_file_goes_out_unkept_and_that_it_was_read_is_noted(school, case, journal):
    answer = school.ask("lan", f"@@cases/{case.number}/files/001")
    saved = school.ask("lan", f"@@cases/{case.number}/files/001?save=1")

    assert answer.content == saved.content == PDF
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Disposition"].startswith("inline;")
    assert saved.headers["Content-Disposition"].startswith("attachment;")
    read = [(one["event"], one["who"], one["where"]) for one in journal()]
    assert read == [("case.file", "lan", f"{case.number}/001")] * 2


def test_a_case_goes_its_way_and_the_trace_tells_it(school, case):
    page = page_of(school, "lan", case)
    answer = do(school, "lan", case, page, STEPS, step="process")
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith(f"{school.url[:-3]}/en/@@cases/{case.number}?")

    page = page_of(school, "lan", case)
    do(school, "lan", case, page, STEPS, step="request_supplement", message="Thiếu trang 2")
    page = page_of(school, "lan", case)
    assert words(page.select_one(".edu-case__state .badge")) == "Supplement requested"
    do(school, "lan", case, page, STEPS, step="supplement")
    page = page_of(school, "lan", case)
    files = {"files": ("quyet-dinh.pdf", a_pdf(), "application/pdf")}
    fields = {"step": "approve", "message": "Đồng ý", "files": files}
    assert do(school, "lan", case, page, STEPS, **fields).status_code == 303

    done = now(school, case)
    assert (cases.state_of(done), done.result_text) == ("approved", "Đồng ý")
    assert [done.files[one].filename for one in done.result_files] == ["quyet-dinh.pdf"]
    page = page_of(school, "lan", case)
    assert [words(one) for one in page.select(".edu-history strong")] == [
        "Granted",
        "Supplement arrived",
        "Supplement requested",
        "Work begun",
        "Application received",
    ]
    assert "Thiếu trang 2" in words(page.select_one(".edu-case__messages"))


@pytest.mark.parametrize(
    ("form", "fields", "sentence"),
    [
        (STEPS, {"step": "refuse"}, "Write the reason first: the applicant reads it."),
        (STEPS, {"step": "hand_over"}, "This step is not possible:"),
        (STEPS, {"step": "nonsense"}, "Choose a step."),
        (ASSIGN, {"officer": "khach"}, "The chosen officer does not handle cases of this service."),
        (DUE, {"due": "ngày mai"}, "Write the day as dd/mm/yyyy."),
        (DUE, {"due": "2020-01-01"}, "This day is over:"),
        (SAY, {"text": " "}, "Write something first."),
        (NOTE, {"text": ""}, "Write something first."),
        (
            SAY,
            {"text": "Xem tệp", "files": {"files": ("a.pdf", b"MZ\x90", "application/pdf")}},
            "“a.pdf” cannot be taken",
        ),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(school, case, form, fields, sentence):
    page = page_of(school, "lan", case)

    answer = do(school, "lan", case, page, form, **fields)

    assert answer.status_code == 200
    said = BeautifulSoup(answer.text, "html.parser")
    assert words(said.select_one("[role=alert]")).startswith(sentence)
    assert len(now(school, case).trace) == 1
    assert list(now(school, case).files) == ["001"]


def test_of_two_officers_the_second_sees_first_what_the_first_has_done(school, case):
    lans, minhs = page_of(school, "lan", case), page_of(school, "minh", case)
    do(school, "lan", case, lans, STEPS, step="process")

    answer = do(school, "minh", case, minhs, STEPS, step="refuse", message="Không đủ tuổi")

    assert answer.status_code == 409
    page = BeautifulSoup(answer.text, "html.parser")
    assert words(page.select_one("[role=alert]")).startswith(
        "Nothing was done: Nguyễn Thị Lan changed this case after you opened it (Work begun)."
    )
    assert page.select_one("#case-message").text == "Không đủ tuổi"
    assert words(page.select_one(".edu-case__state .badge")) == "In progress"
    assert cases.state_of(now(school, case)) == "processing"
    again = do(school, "minh", case, page, STEPS, step="refuse", message="Không đủ tuổi")
    assert again.status_code == 303
    assert cases.state_of(now(school, case)) == "refused"


def test_messages_notes_assignment_and_days_are_written_down(school, case):
    page = page_of(school, "lan", case)
    day = cases.today() + timedelta(days=30)
    do(school, "lan", case, page, SAY, text="Mời đến <i>văn phòng</i>")
    do(school, "lan", case, page, NOTE, text="Đã gọi điện")
    page = page_of(school, "lan", case)
    do(school, "lan", case, page, ASSIGN, officer="minh")
    page = page_of(school, "lan", case)
    do(school, "lan", case, page, DUE, due=f"{day:%Y-%m-%d}")

    done = now(school, case)
    assert (done.assignee, done.due) == ("minh", day)
    page = page_of(school, "minh", case)
    assert words(page.select_one(".edu-case__messages")).endswith("Mời đến <i>văn phòng</i>")
    assert "Đã gọi điện" in words(page.select_one("section:has(#case-note)"))
    assert "Handled by Trần Văn Minh" in words(page.select_one(".edu-case__state"))


def test_a_place_is_given_from_the_waiting_list(school):
    waiting = school.apply("chuyen-truong", waiting=True)
    page = page_of(school, "lan", waiting)

    do(school, "lan", waiting, page, "form:has(input[value=admit])")

    assert now(school, waiting).waiting is False
    assert page_of(school, "lan", waiting).select_one("input[value=admit]") is None


def test_next_and_previous_lead_through_the_list_one_came_from(school):
    made = [school.apply("chuyen-truong", f"Người {n}") for n in range(3)]
    for days, one in enumerate(made):
        one.due = cases.today() + timedelta(days=days)
        one.indexObject()

    page = page_of(school, "lan", made[1], "?worklist=soon&sort=due")

    ways = {
        words(one): one["href"].partition("/en/")[2] for one in page.select(".edu-case__ways a")
    }
    assert ways == {
        "Back to the list": "@@cases?worklist=soon&sort=due",
        "Previous case": f"@@cases/{made[0].number}?worklist=soon&sort=due",
        "Next case": f"@@cases/{made[2].number}?worklist=soon&sort=due",
    }


def test_an_officers_step_is_in_the_journal_by_the_cases_number_alone(school, case, journal):
    do(school, "lan", case, page_of(school, "lan", case), STEPS, step="process")
    noted = [one for one in journal() if one["event"] == "case.step"]
    assert [(one["who"], one["where"], one["after"]) for one in noted] == [
        ("lan", str(case.number), {"step": "process"})
    ]
    assert "Đào" not in str(noted)


def test_that_an_officer_opened_a_case_is_noted_without_a_name(school, case, journal):
    page_of(school, "lan", case)

    assert [(one["event"], one["who"], one["where"]) for one in journal()] == [
        ("case.read", "lan", str(case.number))
    ]


def test_a_case_can_be_reached_on_no_other_way(school, case):
    with api.env.adopt_user("lan"):
        assert cases.may_see(case)
    for path in (
        f"@@cases/../{case.number}",
        f"{case.number}",
        f"../++api++/vi/@@cases/{case.number}",
        f"../@@cases/{case.number}",
    ):
        answer = school.ask("hoa", path)
        assert "Nguyễn Thị Đào" not in answer.text, path
        assert answer.status_code in (302, 401, 404), path
