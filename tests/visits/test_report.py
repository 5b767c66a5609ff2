"""The monthly report, the block and the panel."""

from datetime import date
from eduportal import visits
from eduportal.visits import store
from eduportal.visits.block import VisitBlock
from eduportal.visits.chart import Bar
from eduportal.visits.chart import chart
from io import BytesIO
from lxml import html
from openpyxl import load_workbook
from tests.face.conftest import spaced
import pytest
import requests
import transaction


@pytest.fixture
def october(school):
    """A month that is over, with two days."""
    portal_id = school.portal.getId()
    root = school.portal._p_jar.root()
    store.add(
        root,
        {
            (date(2026, 10, 5), portal_id, ""): (1500, 1234),
            (date(2026, 10, 5), portal_id, "news"): (700, 600),
            (date(2026, 10, 6), portal_id, ""): (3, 2),
            (date(2026, 10, 6), portal_id, "contact"): (2, 2),
        },
    )
    transaction.commit()
    return school


def rows(page, number):
    table = page.cssselect("table")[number]
    return [[spaced(cell) for cell in row] for row in table.cssselect("tr")]


def test_editors_read_a_month_by_day_and_by_section(october):
    answer = october.manager.get(f"{october.url}/vi/@@visit-report?month=2026-10", timeout=60)
    page = html.fromstring(answer.content)

    assert rows(page, 0)[1:] == [
        ["05/10/2026", "1.234", "1.500"],
        ["06/10/2026", "2", "3"],
        [rows(page, 0)[-1][0], "1.236", "1.503"],
    ]
    assert [row[1:] for row in rows(page, 1)[1:]] == [["600", "700"], ["2", "2"]]
    assert rows(page, 1)[1][0] == "Tin tức – Sự kiện"
    (picture,) = page.cssselect("svg.edu-chart")
    assert picture.get("role") == "img"
    assert [spaced(bar) for bar in picture.cssselect("rect title")] == [
        "05/10/2026: 1.234",
        "06/10/2026: 2",
    ]
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_an_unknown_month_is_the_present_one(october):
    answer = october.manager.get(f"{october.url}/en/@@visit-report?month=<b>", timeout=60)
    page = html.fromstring(answer.content)
    assert page.cssselect("table, svg.edu-chart") == []
    assert "Nothing was counted in this month." in spaced(page)


def test_the_report_can_be_taken_away(october):
    url = f"{october.url}/en/@@visit-report-export?month=2026-10"
    text = october.manager.get(f"{url}&format=csv", timeout=60).content.decode("utf-8-sig")
    book = load_workbook(BytesIO(october.manager.get(f"{url}&format=xlsx", timeout=60).content))

    lines = [
        ("Kind", "Name", "Visits", "Page views"),
        ("Day", "05/10/2026", 1234, 1500),
        ("Day", "06/10/2026", 2, 3),
        ("Section", "News and events", 600, 700),
        ("Section", "Contact details", 2, 2),
        ("Whole month", "10/2026", 1236, 1503),
    ]
    assert [tuple(row) for row in book.active.iter_rows(values_only=True)] == lines
    assert text.split("\r\n") == [",".join(map(str, line)) for line in lines] + [""]


@pytest.mark.parametrize("page", ["visit-report", "visit-report-export?format=csv"])
def test_visitors_do_not_read_it(october, page):
    answer = requests.get(f"{october.url}/vi/@@{page}", timeout=60)
    assert "1.234" not in answer.text
    assert "1234" not in answer.text


def test_a_score_may_ask_for_a_whole_month(october):
    assert visits.whole_month(october.portal, "2026-10") == (1503, 1236)
    assert visits.whole_month(october.portal, "2026-09") == (0, 0)


def test_the_block_shows_the_four_numbers(october):
    october.set("start", 1000)
    request = october.portal.REQUEST
    request.set("LANGUAGE", "en")
    block = VisitBlock(october.portal, request)
    block.update()
    numbers = html.fromstring(block.render()).cssselect("[data-figure]")

    assert block.available
    assert {one.get("data-figure"): one.text for one in numbers} == {
        "online": "0",
        "today": "0",
        "month": "0",
        "total": "2,236",
    }
    october.set("counted", False)
    assert not VisitBlock(october.portal, request).available


@pytest.mark.parametrize(
    ("highest", "line"), [(0, "2"), (7, "8"), (11, "16"), (1234, "1600"), (4000, "4000")]
)
def test_a_charts_highest_line_is_a_round_number(highest, line):
    drawn = html.fromstring(chart([Bar("a", "a", highest)], "Ngày <x>", str))
    texts = [text.text for text in drawn.cssselect("text")]
    assert texts[2] == line
    assert drawn.get("aria-label") == "Ngày <x>"
