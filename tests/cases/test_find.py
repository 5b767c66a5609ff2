"""Finding a case by code and second factor, and many cases by what is known of them."""

from datetime import date
from datetime import timedelta
from eduportal import cases
from tests.cases.conftest import open_case
import pytest


@pytest.fixture
def case(service):
    return open_case(service)[0]


RIGHT = (
    "0912345678",
    "0912 345 678",
    "+84912345678",
    "+84 (0) 912.345.678",
    "84-912-345-678",
    "0084912345678",
    "31/05/2019",
    "31-5-2019",
    "31.05.2019",
    "2019-05-31",
)
WRONG = ("", " ", "0912345679", "912345", "05/31/2019", "31/05/2018", "2019", "x" * 99, "\0", "☃")


def test_the_second_factor_in_any_spelling(portal, case):
    typed = cases.codes.shown(case.code).lower()
    found = {factor: cases.find(portal, typed, factor) for factor in RIGHT}
    assert {factor: one and one.number for factor, one in found.items()} == dict.fromkeys(
        RIGHT, case.number
    )


def test_anything_else_finds_nothing(portal, case):
    assert {cases.find(portal, case.code, factor) for factor in WRONG} == {None}


def test_a_right_factor_with_a_wrong_code_finds_nothing(portal, case):
    assert cases.find(portal, cases.codes.new(), "0912345678") is None
    assert cases.find(portal, "", "") is None


def test_an_applicant_without_factors_is_never_found(portal, service):
    nobody, _new = open_case(service, "two", cases.Applicant("Ai đó"))
    for factor in ("", "nobody has it", "nothing was given", "None"):
        assert cases.find(portal, nobody.code, factor) is None


def test_a_service_may_take_one_kind_of_factor_only(portal, service):
    service.factors = ("phone",)
    case, _new = open_case(service, "two")
    assert cases.find(portal, case.code, "31/05/2019") is None
    assert cases.find(portal, case.code, "0912345678").number == case.number


def test_rows_are_filtered(portal, service, officer):
    made = [open_case(service, f"page {number}")[0] for number in range(3)]
    cases.assign(made[1], officer, "chief")
    cases.step(made[2], "refuse", actor=officer, message="Không đúng tuyến")
    made[0].due = cases.today() - timedelta(days=1)
    cases.changed(made[0])

    def numbers(**filters):
        found = {row.number for row in cases.rows(portal, **filters)}
        return [number for number, case in enumerate(made) if case.number in found]

    assert numbers() == [0, 1, 2]
    assert numbers(services=[]) == []
    assert numbers(services=[service.UID()], states=["received"]) == [0, 1]
    assert numbers(assignee=officer) == [1]
    assert numbers(assignee="") == [0, 2]
    assert numbers(overdue=True) == [0]
    assert numbers(waiting=True) == []
    assert numbers(words="đào nguyên") == [0, 1, 2]
    assert numbers(words="be tr") == [0, 1, 2]
    assert numbers(words="ào") == []
    assert numbers(words=cases.codes.shown(made[1].code)) == [1]
    assert numbers(since=cases.today(), until=cases.today()) == [0, 1, 2]
    assert numbers(since=date(2100, 1, 1)) == []
    assert numbers(until=date(2000, 1, 1)) == []
