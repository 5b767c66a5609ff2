"""The views of sections: empty, with one page, with a list."""

from datetime import datetime
from datetime import timedelta
from eduportal import mandate
from eduportal.face.dates import ZONE
from plone import api
import pytest
import pytz
import transaction

MAIN = "#content-core"


def test_an_empty_section_gives_visitors_a_decent_sentence(visit):
    assert visit("/en/about-us/history").words(MAIN) == (
        "The content of this section is being prepared. Please come back later."
    )


def test_an_empty_section_tells_editors_what_belongs_there_and_why(visit, managing):
    with managing():
        page = visit("/vi/gioi-thieu/lich-su", signed_in=True)
    section = mandate.catalogue().section("C1", "history")
    sources = {
        citation.source
        for requirement in section.requirements
        for citation in mandate.catalogue().requirement(requirement).citations
    }
    (note,) = page.all_words(".edu-note > p:first-of-type")
    assert note.endswith(section.hint_vi)
    assert len(page.all_words(".edu-note blockquote")) >= len(sources) > 0
    assert page.values(".edu-note blockquote p", "lang") == ["vi"] * len(
        page.all_words(".edu-note blockquote")
    )


def test_a_section_with_one_page_shows_its_text(visit, publish):
    publish("history", "History", language="en", text="<p>Founded in 1995.</p>")
    assert visit("/en/about-us/history").words(MAIN) == "Founded in 1995."


def test_a_section_with_more_than_one_page_lists_them(visit, publish):
    publish("history", "The first years", language="en", description="Until 2005.")
    publish("history", "The new building", language="en")
    page = visit("/en/about-us/history")
    assert sorted(page.all_words(f"{MAIN} .edu-list > li")) == [
        "The first years 05/09/2026 Until 2005.",
        "The new building 05/09/2026",
    ]


def test_a_section_with_sections_shows_them_as_cards(visit):
    page = visit("/vi/thu-tuc")
    assert page.all_words(".edu-card") == [
        "Dịch vụ công trực tuyến",
        "Thủ tục",
        "Biểu mẫu, mẫu đơn",
        "Tra cứu tình trạng hồ sơ",
    ]


def test_english_cards_leave_out_what_has_no_english_but_editors_see_it(visit, managing):
    seen = visit("/en/about-us").all_words(".edu-card")
    with managing():
        edited = visit("/en/about-us", signed_in=True).all_words(".edu-card")
    assert (seen, "History not in the menu" in edited) == (["Legal basis"], True)


def test_news_of_a_branch_stand_together(visit, publish):
    publish("unit-news", "School begins", language="en", type="News Item")
    publish("announcements", "School closed on Monday", language="en", type="News Item")
    page = visit("/en/news-and-events")
    assert sorted(page.all_words(".edu-list > li")) == [
        "School begins 05/09/2026",
        "School closed on Monday 05/09/2026",
    ]


def test_the_contact_page_shows_the_unit(visit):
    page = visit("/en/feedback-and-contact/contact")
    assert page.all_words(f"{MAIN} .edu-contact > *") == [
        "Address",
        "Số 1 đường Mẫu, xã Mẫu, tỉnh Mẫu",
        "Telephone",
        "0200 000 0001",
        "E-mail",
        "vanthu@c1hoasen.tinhmau.edu.vn",
    ]


def test_the_site_map_is_the_whole_tree(visit):
    page = visit("/vi/sitemap")
    assert page.all_words(".edu-tree > li > a") == page_menu(visit("/vi"))
    assert len(page.all_words(".edu-tree a")) > 50


def page_menu(page) -> list[str]:
    return page.all_words(".edu-menu__item > a")[1:]


def test_the_feed_of_a_language_holds_its_news(visit, publish):
    publish("unit-news", "School begins", language="en", type="News Item")
    feed = visit("/en/RSS").tree
    assert [item.findtext("title") for item in feed.iter("item")] == ["School begins"]


def test_a_unit_without_members_says_so(visit):
    assert visit("/en/about-us/history/@@member_units").words(MAIN) == (
        "This unit has no member units with a portal of their own here."
    )


def test_editors_see_which_entries_are_not_public(visit, publish, managing):
    content = publish("history", "The first years", language="en")
    publish("history", "The new building", language="en")
    with managing():
        api.content.transition(content, "withdraw", comment="Sai ngày")
        transaction.commit()
        edited = visit("/en/about-us/history", signed_in=True)
    assert sorted(edited.all_words(f"{MAIN} .edu-list > li")) == [
        "The first years not public 05/09/2026",
        "The new building 05/09/2026",
    ]


def test_search_shows_what_was_found_and_what_was_asked(visit, publish):
    publish("unit-news", "School begins", language="en", type="News Item")
    page = visit("/en/@@search?SearchableText=begins")
    assert page.words("main [role=status]") == "Found: 1"
    assert page.all_words("main .edu-list > li") == ["School begins 05/09/2026"]
    assert page.values("main input", "value") == ["begins"]


def test_search_for_nothing_finds_nothing(visit):
    assert visit("/en/@@search").all_words("main [role=status]") == []


@pytest.mark.parametrize(
    "section, language, hours, words",
    [
        ("work-calendar", "vi", 2, "Thứ Năm, ngày 19 tháng 11 năm 2026, 14:00 – 16:00"),
        (
            "unit-news",
            "en",
            24,
            "Thursday, 19 November 2026, 14:00 – Friday, 20 November 2026, 14:00",
        ),
    ],
)
def test_an_event_says_when_and_where_in_the_page_s_language(
    visit, publish, section, language, hours, words
):
    start = pytz.timezone(ZONE.key).localize(datetime(2026, 11, 19, 14))
    event = publish(
        section,
        "Họp",
        language=language,
        type="Event",
        start=start,
        end=start + timedelta(hours=hours),
        location="Phòng 2",
        contact_phone="024 1",
        event_url="javascript:alert(1)",
    )
    page = visit(event.absolute_url().removeprefix(api.portal.get().absolute_url()))
    assert page.all_words(".event-summary dd") == [words, "Phòng 2", "024 1"]


def test_a_news_item_tells_visitors_since_when_it_is_on_line(visit, publish):
    news = publish("unit-news", "Khai giảng", type="News Item")
    page = visit(f"/vi/tin-tuc-su-kien/hoat-dong/{news.getId()}")
    assert (page.words(".edu-published"), page.values(".edu-published time", "datetime")) == (
        "Ngày đăng : 05/09/2026",
        ["2026-09-05"],
    )


def test_an_event_is_listed_with_its_own_day(visit, publish):
    start = pytz.timezone(ZONE.key).localize(datetime(2026, 12, 1, 0, 30))
    publish("work-calendar", "Họp", type="Event", start=start, end=start + timedelta(hours=2))
    assert visit("/vi/van-ban/lich-cong-tac").all_words(f"{MAIN} .edu-list > li") == [
        "Họp 01/12/2026"
    ]
