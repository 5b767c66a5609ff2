"""``@@case-figures``: what everybody reads of how cases were dealt with."""

from datetime import UTC
from datetime import date
from datetime import datetime
from eduportal import cases
from eduportal import casework
from eduportal.casework.tallies import Tally
from plone import api
from tests.casework.conftest import words
from zope.event import notify
import pytest

OCTOBER = datetime(2026, 10, 5, 3, tzinfo=UTC)


@pytest.fixture
def october(school):
    """Six settled cases of a published service, one of them late; two of a hidden one."""
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(school.services["chuyen-truong"], "publish")
    for number in range(6):
        settle(school.apply("chuyen-truong", "Người Nộp Mẫu", opened=OCTOBER), number)
    for _number in range(2):
        school.apply("hoc-bong", "Người Nộp Mẫu", opened=OCTOBER)
    return school


def settle(case, number):
    with api.env.adopt_user("lan"):
        cases.step(case, "approve", actor="lan", message="Kết quả riêng")
    case.due = date(2026, 10, 12)
    case.closed_on = date(2026, 10, 12 if number else 13)
    case.rating = 5 if number > 1 else 2
    case.indexObject()


def table(page) -> list[list[str]]:
    rows = page.select("table.responsive-table tbody tr")
    return [[words(cell) for cell in row.select("th, td")] for row in rows]


def test_everybody_reads_the_months_figures_and_no_small_number(october):
    page = october.page("", "../en/@@case-figures?month=2026-10")

    # the hidden service's two cases alone would be too few: told in one sum with the other's
    assert table(page) == [["All services", "8", "5", "1", "0", "0", "2", "83.3%", "66.7%"]]
    assert [words(one) for one in page.select("table:last-of-type tbody tr")][-5:] == [
        "Very satisfied 4 66.7%",
        "Satisfied 0 0%",
        "Neither satisfied nor dissatisfied 0 0%",
        "Dissatisfied 2 33.3%",
        "Very dissatisfied 0 0%",
    ]
    for secret in ("Học bổng", "Chuyển trường", "Người Nộp Mẫu", "Kết quả riêng", "lan"):
        assert secret not in words(page.select_one(".edu-figures"))


def test_a_service_with_enough_cases_has_a_line_and_hidden_ones_are_told_in_one(october):
    for _number in range(4):
        october.apply("hoc-bong", "Người Nộp Mẫu", opened=OCTOBER)

    page = october.page("", "../en/@@case-figures?month=2026-10")

    assert table(page) == [
        ["Chuyển trường", "6", "5", "1", "0", "0", "0", "83.3%", "66.7%"],
        ["Other services, in one sum", "6", "0", "0", "0", "0", "6", "–", "fewer than 5 answers"],
        ["All services", "12", "5", "1", "0", "0", "6", "83.3%", "66.7%"],
    ]
    assert "Học bổng" not in page.text


def test_a_month_without_enough_cases_shows_none(school):
    school.apply("chuyen-truong")

    for query in ("", "?month=1999-01", "?month=<b>"):
        page = school.page("", f"../en/@@case-figures{query}")
        assert "fewer than 5 cases" in words(page.select_one(".edu-figures"))
        assert page.select("table") == []


def test_a_purged_case_stays_counted(october):
    portal = october.portal
    before = casework.tallies(portal)
    for row in list(cases.rows(portal)):
        case = cases.by_number(portal, row.number)
        notify(cases.CasePurged(case))
    cases.forget(portal)

    assert casework.tallies(portal) == before
    uid = october.services["chuyen-truong"].UID()
    assert before[("2026-10", uid)] == Tally(received=6, in_time=5, late=1, score_5=4, score_2=2)
