"""One result for who knows it by two things, its letter, and the family's answer."""

from bs4 import BeautifulSoup
from datetime import date
from eduportal import cases
from eduportal.admissions import ledger
from eduportal.admissions.results import Result
from eduportal.admissions.results import result_of
from eduportal.cases import codes
from eduportal.cases.guard import asked as asked_before
from io import BytesIO
from tests.admissions.conftest import NAMES
from tests.admissions.conftest import words
from xml.etree import ElementTree
from zipfile import ZipFile
import pytest
import transaction

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FAR = date(2099, 1, 1)


@pytest.fixture
def decided(school):
    results = (
        Result("admitted", "38.25", "1A", 0, "Mang theo bản chính", "100001"),
        Result("waiting", "30", "", 1, "", "100002"),
        Result("refused", "12", "", 0, "", "100003"),
        Result("", number="100004"),
    )
    for case, result in zip(school.cases, results, strict=True):
        ledger.keep(school.portal, school.season, case, result)
    transaction.commit()
    return school


def facts(page):
    soup = BeautifulSoup(page.text, "html.parser")
    found = soup.select_one("#admission-result").find_next("dl")
    return {dt.text: " ".join(dt.find_next("dd").text.split()) for dt in found.select("dt")}


def text_of(docx):
    document = ElementTree.fromstring(ZipFile(BytesIO(docx)).read("word/document.xml"))
    paragraphs = document.iter(f"{W}p")
    return [line for p in paragraphs if (line := "".join(t.text or "" for t in p.iter(f"{W}t")))]


def test_before_the_hour_nothing_is_told_to_anybody(decided):
    school, case = decided, decided.cases[0]
    asked = ("100001", "05/01/2020"), (codes.shown(case.code), "0912 345 671")
    without = [school.lookup(*one) for one in asked]
    school.publish(+1, FAR)
    early = [school.lookup(*one) for one in asked]
    status = school.ask(
        "", "en/@@case-status", "POST", data={"code": case.code, "factor": "05/01/2020"}
    )
    passed = BeautifulSoup(status.text, "html.parser").select_one("[name=pass]")["value"]
    letter = school.ask("", "en/@@admission-letter", "POST", data={"pass": passed})

    assert {one.status_code for one in (*without, *early)} == {200}
    assert "The results are not there yet." in words(without[0])
    assert "Results can be looked up from" in words(early[0])
    private = ("Admitted", "38", "1A", "bản chính", "100001", *NAMES)
    pages = [*without, *early, status]
    assert [text for text in private for page in pages if text in words(page)] == []
    assert letter.status_code == 404


def test_a_result_is_found_by_code_or_number_with_birth_date_or_phone(decided):
    school = decided
    school.publish(-1, FAR)
    by_code = school.lookup(codes.shown(school.cases[0].code), "+84 912 345 671")
    by_number = school.lookup(" 100001", "2020-01-05")
    waiting = school.lookup("100002", "06/02/2020", "vi")
    undecided = school.lookup("100004", "08/04/2020")

    assert (
        facts(by_code)
        == facts(by_number)
        == {
            "Result": "Admitted",
            "Registration number": "100001",
            "Points": "38.25",
            "Class": "1A",
            "Note": "Mang theo bản chính",
        }
    )
    assert list(facts(waiting).values())[1:] == ["100002", "30", "1"]
    assert "Nothing has been decided on this application yet." in words(undecided)
    for page in (by_code, by_number, waiting, undecided):
        assert [name for name in (*NAMES, "Hoàng Phụ Huynh") if name in page.text] == []
        assert page.headers["Cache-Control"] == "private, no-store"


def test_a_number_that_may_be_public_opens_neither_letter_nor_case(decided):
    school = decided
    school.publish(-1, FAR)
    page = school.lookup("100001", "05/01/2020")
    tried = [school.lookup(str(number), "01/01/2020") for number in range(200001, 200013)]

    soup = BeautifulSoup(page.text, "html.parser")
    assert (soup.select("[name=pass]"), page.cookies.get("edu_case")) == ([], None)
    assert "asks for the code of the receipt" in words(page)
    assert [one.status_code for one in tried] == [404] * 10 + [429] * 2


def test_wrong_numbers_and_wrong_dates_get_one_and_the_same_answer(decided):
    school = decided
    school.publish(-1)
    asked = [
        ("100001", "06/01/2020"),
        ("999999", "05/01/2020"),
        (codes.shown(codes.new()), "05/01/2020"),
        (codes.shown(school.cases[0].code), "0912 345 999"),
        # a case of another service is none of this season
        (codes.shown(school.stranger.code), "09/05/2020"),
    ]
    answers = [school.lookup(*one) for one in asked]
    same = {one.text.replace(which, "") for one, (which, _f) in zip(answers, asked, strict=True)}

    assert [one.status_code for one in answers] == [404] * 5
    assert len({drop_tokens(one) for one in same}) == 1

    asked_before.clear()
    tried = [school.lookup("100002", f"{day:02}/03/2020").status_code for day in range(1, 13)]
    assert tried == [404] * 10 + [429] * 2
    assert school.lookup("100002", "06/02/2020").status_code == 429


def drop_tokens(text):
    soup = BeautifulSoup(text, "html.parser")
    return " ".join(soup.select_one("main").get_text(" ").split())


def test_a_family_reads_its_letter_and_answers_on_the_status_page(decided):
    school = decided
    school.publish(-1, FAR)
    code = codes.shown(school.cases[0].code)
    found = BeautifulSoup(school.lookup(code, "05/01/2020").text, "html.parser")
    form = found.select_one("#admission-result ~ form")
    passed = {"pass": form.select_one("[name=pass]")["value"]}
    page = school.ask("", form["action"], "POST", data=passed)
    letter = school.ask("", "en/@@admission-letter", "POST", data=passed)

    assert facts(page)["Result"] == "Admitted"
    lines = text_of(letter.content)
    assert letter.headers["Cache-Control"] == "private, no-store"
    assert f"Học sinh: {NAMES[0]}; ngày sinh: 05/01/2020" in lines
    assert "Điểm xét tuyển: 38,25; Lớp: 1A; Mang theo bản chính" in lines
    assert [line for line in lines if "01/01/2099" in line] != []
    assert [line for line in lines if "{{" in line] == []

    unsure = answer(school, page, answer="no")
    assert "Please tick that you give the place up." in words(unsure)
    assert reply_of(school) == ""
    sure = answer(school, unsure, answer="yes")
    assert "Thank you. The school has your answer." in words(sure)
    assert reply_of(school) == "yes"
    gone = answer(school, sure, answer="no", sure="yes")
    assert reply_of(school) == "no"
    assert BeautifulSoup(gone.text, "html.parser").select("[name=answer]") == []
    said = [one.text for one in cases.by_number(school.portal, school.cases[0].number).messages]
    assert len(said) == 2


def answer(school, page, **fields):
    soup = BeautifulSoup(page.text, "html.parser")
    form = soup.select_one("[name=answer]").find_parent("form")
    data = {one["name"]: one["value"] for one in form.select("input[type=hidden]")}
    url = page.url if not form.get("action") else form["action"]
    return school.ask("", url, "POST", data=data | fields)


def reply_of(school):
    transaction.begin()
    case = cases.by_number(school.portal, school.cases[0].number)
    assert ledger.lines(school.portal, school.season)[case.number].reply == result_of(case).reply
    return result_of(case).reply


def test_the_time_to_answer_ends_and_who_is_not_admitted_has_none(decided):
    school = decided
    school.publish(-1, date(2026, 1, 2))
    data = [{"code": case.code, "factor": case.applicant.phone} for case in school.cases[:3]]
    pages = [school.ask("", "en/@@case-status", "POST", data=one) for one in data]

    assert [facts(one)["Result"] for one in pages] == [
        "Admitted",
        "On the waiting list",
        "Not admitted",
    ]
    soups = [BeautifulSoup(one.text, "html.parser") for one in pages]
    assert [len(one.select("[name=answer]")) for one in soups] == [0, 0, 0]
    passes = [one.select_one("[name=pass]")["value"] for one in soups]
    letters = [
        school.ask("", "en/@@admission-letter", "POST", data={"pass": one}) for one in passes
    ]
    assert [one.status_code for one in letters] == [200, 404, 404]


def test_officers_take_all_letters_in_one_file_whose_names_tell_nobody(decided):
    archive = decided.ask("lan", f"vi/@@admission-letters.zip?season={decided.season.UID()}")
    packed = ZipFile(BytesIO(archive.content))

    assert packed.namelist() == ["giay-bao-nhap-hoc-100001.docx"]
    assert f"Học sinh: {NAMES[0]}; ngày sinh: 05/01/2020" in text_of(
        packed.read(packed.namelist()[0])
    )
