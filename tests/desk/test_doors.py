"""The big buttons lead each person to the right form in the right section."""

from datetime import date
from eduportal import sections
from eduportal.desk.calendar import week_title
from plone import api
from tests.desk.conftest import words
from urllib.parse import unquote
import pytest
import transaction


def doors(page):
    return {
        words(one.strong): unquote(one["href"]).partition("/plone")[2]
        for one in page.select("a.edu-door")
    }


def test_a_contributor_has_four_buttons_into_the_mandated_sections(office, sit):
    page = sit("contributor").get("/en/@@desk")[1]
    page_vi = sit("contributor").get("/vi/@@desk")[1]

    assert list(doors(page_vi).values()) == [
        "/vi/tin-tuc-su-kien/++add++News Item",
        "/vi/tin-tuc-su-kien/thong-bao/++add++News Item",
        "/vi/van-ban/he-thong-van-ban/++add++OfficialDocument",
        "/vi/van-ban/lich-cong-tac/++add++Document",
    ]
    assert [one.partition("/++add++")[0] for one in doors(page).values()] == [
        "/en/news-and-events",
        "/en/news-and-events/announcements",
        # records of registers exist once, in the Vietnamese section
        "/vi/van-ban/he-thong-van-ban",
        "/en/documents/work-calendar",
    ]


def test_every_button_opens_its_form(office, sit):
    desk = sit("contributor")
    page = desk.get("/vi/@@desk")[1]

    answers = [desk.session.get(one["href"]) for one in page.select("a.edu-door")]

    assert [one.status_code for one in answers] == [200] * 4
    assert ["form.buttons.save" in one.text for one in answers] == [True] * 4


def test_the_calendars_form_is_begun_with_the_title_of_its_week(office, sit):
    desk = sit("contributor")
    week = desk.get("/vi/@@desk")[1].select("a.edu-door")[-1]["href"]

    from bs4 import BeautifulSoup

    form = BeautifulSoup(desk.session.get(week).text, "html.parser")

    title = form.select_one("input[name='form.widgets.IDublinCore.title']")["value"]
    assert title.count("/") == 4
    assert form.select(".field.error") == []


@pytest.mark.parametrize(
    ("day", "monday", "sunday"),
    [
        (date(2026, 11, 18), "16/11/2026", "22/11/2026"),
        (date(2026, 11, 19), "23/11/2026", "29/11/2026"),
        (date(2026, 12, 31), "04/01/2027", "10/01/2027"),
    ],
)
def test_from_thursday_on_the_next_week_is_written(day, monday, sunday):
    assert week_title(day).mapping == {"monday": monday, "sunday": sunday}


def test_who_is_limited_to_a_few_sections_is_led_to_those(office, sit):
    with api.env.adopt_roles(["Manager"]):
        api.group.remove_user(groupname="contributors", username="other")
        # what delegation does to sections that are no longer everybody's
        for section_id in ("unit-news", "announcements"):
            section = sections.find(section_id)
            section.manage_setLocalRoles("other", ["Contributor"])
            section.reindexObjectSecurity()
    transaction.commit()

    page = sit("other").get("/vi/@@desk")[1]

    choices = [[words(one) for one in door.select("li")] for door in page.select("details")]
    assert len(choices) == 1
    assert set(choices[0]) >= {words_of("unit-news"), words_of("announcements")}
    assert list(doors(page).values()) == ["/vi/tin-tuc-su-kien/thong-bao/++add++News Item"]


def words_of(section_id):
    return sections.find(section_id).title
