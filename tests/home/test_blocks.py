"""What single blocks show, and how."""

from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from eduportal.announcements import behavior
from eduportal.face.dates import ZONE
from eduportal.face.dates import today
from eduportal.home.block import Block
from eduportal.home.blocks.disclosure import year_of
from eduportal.home.interfaces import IHomeBlock
from eduportal.home.options import IHeading
from eduportal.interfaces import IEduportal
from plone import api
from zope import schema
from zope.component import getGlobalSiteManager
from zope.component import provideAdapter
from zope.interface import Interface
import pytest
import pytz
import transaction


def test_tabs_group_the_news_by_sub_section(visit, publish, arrange):
    arrange(("news", "middle"))
    publish("unit-news", "Of the school", language="en", type="News Item")
    publish("announcements", "No lessons", language="en", type="News Item")
    one = visit("/en")
    publish("integration-development", "Something new", language="en", type="News Item")
    page = visit("/en")
    assert one.tree.cssselect(".edu-tabs__names") == []
    assert page.all_words(".edu-tabs__names a") == [
        "Newest",
        "School life",
        "Innovation, integration and development",
    ]
    panels = page.tree.cssselect(".edu-tabs__panel")
    assert [f"#{one.get('id')}" for one in panels] == page.values(".edu-tabs__names a", "href")
    shown = [{a.text for a in one.cssselect(".edu-list__title")} for one in panels]
    assert shown == [{"Of the school", "Something new"}, {"Of the school"}, {"Something new"}]


def test_an_urgent_announcement_leads_and_says_so(visit, publish, arrange):
    arrange(("announcements", "right", {"count": 2}))
    first = publish("announcements", "Khẩn", type="News Item")
    for number in range(3):
        publish("announcements", f"Thường {number}", type="News Item")
    with api.env.adopt_roles(["Manager"]):
        first.urgency = behavior.URGENT
        first.setExpirationDate(datetime.now(ZONE) + timedelta(days=2))
        first.reindexObject()
        transaction.commit()
    lines = visit("/vi").all_words(".edu-block--announcements li")
    assert [len(lines), lines[0]] == [2, "Khẩn Khẩn 05/09/2026"]


def test_the_lead_stories_first_picture_does_not_wait(visit, publish, arrange, photograph):
    arrange(("lead", "middle"))
    for title in ("Một", "Hai"):
        publish("unit-news", title, type="News Item", image=photograph)
    publish("unit-news", "Không ảnh", type="News Item")
    page = visit("/vi")
    assert sorted(page.all_words(".edu-slides__title")) == ["Hai", "Một"]
    assert page.values(".edu-slides img", "fetchpriority") == ["high", None]
    assert page.values(".edu-slides img", "loading") == [None, "lazy"]


def test_the_week_has_its_events_and_else_the_last_calendar(visit, publish, arrange):
    arrange(("calendar", "right"))
    publish("work-calendar", "Lịch tuần 47")
    calendar = visit("/vi").all_words(".edu-block--calendar li")
    # events are kept with zones of pytz
    zone = pytz.timezone(ZONE.key)
    monday = zone.localize(datetime.combine(today(), time()) - timedelta(today().weekday()))
    for title, days in (("Tuần sau", 7), ("Hôm thứ ba", 1), ("Tuần trước", -1)):
        start = monday + timedelta(days=days, hours=7)
        publish("work-calendar", title, type="Event", start=start, end=start + timedelta(hours=1))
    tuesday = monday + timedelta(days=1)
    assert (calendar, visit("/vi").all_words(".edu-block--calendar li")) == (
        ["Lịch tuần 47 05/09/2026"],
        [f"Thứ Ba, {tuesday:%d/%m/%Y}, 07:00 Hôm thứ ba"],
    )


def test_disclosure_tells_what_is_there_and_what_is_not_yet(visit, publish, arrange):
    arrange(("disclosure", "left"))
    publish("annual-report", "Báo cáo")
    lines = visit("/en").all_words(".edu-block--disclosure li")
    # nothing in English: an English reader is not told that the unit discloses nothing
    assert lines == []
    lines = visit("/vi").all_words(".edu-block--disclosure li")
    assert [line for line in lines if "05/09/2026" in line] == [
        line for line in lines if line.startswith("Báo cáo thường niên ")
    ]
    assert [line for line in lines if line.startswith("Thu, chi tài chính ")] != []


@pytest.mark.parametrize(
    "day, year", [(date(2026, 7, 31), 2025), (date(2026, 8, 1), 2026), (date(2027, 1, 1), 2026)]
)
def test_a_school_year_begins_in_august(day, year):
    assert year_of(day) == year


def test_words_of_an_editor_are_words(visit, arrange):
    text = "Xin <b>chào</b>\nông/bà\n\nXem https://example.org/a?b=1&c=2."
    arrange(("text", "left", {"text_vi": text, "heading_vi": "<script>"}))
    page = visit("/vi")
    assert page.words(".edu-block--text h2") == "<script>"
    assert page.all_words(".edu-block--text p") == [
        "Xin <b>chào</b> ông/bà",
        "Xem https://example.org/a?b=1&c=2 .",
    ]
    assert page.values(".edu-block--text a", "href") == ["https://example.org/a?b=1&c=2"]
    assert visit("/en").tree.cssselect(".edu-block--text") == []


class ILunch(IHeading):
    dish = schema.TextLine(title="Dish", default="Phở")


class Lunch(Block):
    """A block as an add-on brings it."""

    title = "Lunch"
    where = ("right",)
    options = ILunch

    def body(self):
        return f"<p>{self.settings['dish']}</p>"


def test_an_add_on_registers_one_adapter_and_its_block_can_be_placed(visit, arrange):
    provideAdapter(Lunch, (Interface, IEduportal), IHomeBlock, name="lunch")
    try:
        arrange(("lunch", "right"), ("lunch", "right", {"dish": "Bún chả"}), ("lunch", "left"))
        assert visit("/vi").all_words(".edu-block--lunch") == ["Lunch Phở", "Lunch Bún chả"]
    finally:
        getGlobalSiteManager().unregisterAdapter(
            Lunch, (Interface, IEduportal), IHomeBlock, name="lunch"
        )
