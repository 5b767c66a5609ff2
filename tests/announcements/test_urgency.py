"""An urgent notice stands first, as long as it is one."""

from bs4 import BeautifulSoup
from DateTime import DateTime
from eduportal import sections
from plone import api
import pytest
import transaction


@pytest.fixture
def notices(office, write):
    """Three notices, the urgent one the oldest."""

    def make(urgent=True, expires=None, days_ago=3, section="announcements"):
        place = sections.find(section)
        made = []
        for title, days, level in (
            ("Khẩn cấp", days_ago, "urgent" if urgent else "normal"),
            ("Cũ", 2, "normal"),
            ("Mới", 1, "normal"),
        ):
            content = write("draft", parent=place, title=title, urgency=level, language="vi")
            content.setEffectiveDate(DateTime() - days)
            made.append(content)
        with api.env.adopt_roles(["Manager"]):
            for content in made:
                days = content.effective_date
                api.content.transition(content, "publish")
                content.setEffectiveDate(days)
                content.reindexObject()
            if expires is not None:
                made[0].setExpirationDate(DateTime() + expires)
                made[0].reindexObject()
        transaction.commit()

    return make


def listed(office, address, person="", block=""):
    page = BeautifulSoup(office.ask(person, "GET", address).text, "html.parser")
    scope = page.find(id=block).parent if block else page
    return [
        (line.select_one(".edu-list__title").text, line.select_one(".text-bg-danger") is not None)
        for line in scope.select(".edu-list > li")
    ]


FIRST = [("Khẩn cấp", True), ("Mới", False), ("Cũ", False)]
CALM = [("Mới", False), ("Cũ", False), ("Khẩn cấp", False)]


def test_it_leads_its_section_the_branch_above_and_the_home_page(office, notices):
    notices()

    assert listed(office, office.address(sections.find("announcements"))) == FIRST
    assert listed(office, office.address(sections.find("news"))) == FIRST
    assert listed(office, f"{office.url}/vi", block="edu-announcements") == FIRST


def test_urgent_news_lead_the_news_of_the_home_page(office, notices):
    notices(section="unit-news")

    assert listed(office, f"{office.url}/vi", block="edu-news") == FIRST


def test_without_an_end_it_calms_down_after_a_week_and_with_one_it_does_not(office, notices):
    notices(days_ago=8)
    section = office.address(sections.find("announcements"))
    calm = listed(office, section)
    with api.env.adopt_roles(["Manager"]):
        brain = api.content.find(Title="Khẩn cấp")[0]
        content = brain.getObject()
        content.setExpirationDate(DateTime() + 2)
        content.reindexObject()
    transaction.commit()

    assert (calm, listed(office, section)) == (CALM, FIRST)


def test_what_is_over_is_not_first_for_editors_either(office, notices):
    notices(expires=-1)
    section = office.address(sections.find("announcements"))

    assert listed(office, section) == [("Mới", False), ("Cũ", False)]
    assert ("Khẩn cấp", True) not in listed(office, section, "manager")


def test_a_second_page_does_not_repeat_it(office, notices, write):
    notices()
    for number in range(20):
        write("published", parent=sections.find("announcements"), title=f"Tin {number}")
    transaction.commit()
    section = office.address(sections.find("announcements"))
    both = listed(office, section) + listed(office, f"{section}?b_start=20")

    assert both[0] == ("Khẩn cấp", True)
    assert sorted(title for title, _urgent in both) == sorted(
        ["Khẩn cấp", "Mới", "Cũ", *(f"Tin {number}" for number in range(20))]
    )


def test_its_own_page_carries_the_mark(office, notices):
    notices()
    pages = {
        brain.Title: office.ask("", "GET", office.address(brain.getObject())).text
        for brain in api.content.find(
            portal_type="News Item", path="/".join(sections.find("announcements").getPhysicalPath())
        )
    }

    assert {title: "edu-urgent" in text for title, text in pages.items()} == {
        "Khẩn cấp": True,
        "Mới": False,
        "Cũ": False,
    }


def test_rest_knows_the_two_levels_alone(office):
    section = office.address(sections.find("announcements"))
    answers = [
        office.rest(
            "contributor",
            "POST",
            section,
            json={"@type": "News Item", "title": "T", "urgency": level},
        ).status_code
        for level in ("urgent", "normal", "very")
    ]

    assert answers == [201, 201, 400]
