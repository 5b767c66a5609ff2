"""News from elsewhere on the home page, and the panel in which its addresses are typed."""

from eduportal.feeds.block import FeedBlock
from eduportal.feeds.copies import Copies
from eduportal.feeds.copies import folder
from eduportal.feeds.fetching import Answer
from eduportal.feeds.settings import known_feeds
from lxml import html
from plone import api
from tests.feeds.conftest import SECTOR
from tests.feeds.test_copies import fails
from zope.i18n import translate
import pytest

AT = "https://www.moet.gov.vn/rss"


@pytest.fixture
def portal_with_feed(portal, tmp_path, monkeypatch):
    monkeypatch.setenv("VAR", str(tmp_path))
    api.portal.set_registry_record("eduportal.feeds.addresses", [AT, ""])
    portal.REQUEST.set("LANGUAGE", "en")
    return portal


def block(portal, **settings):
    made = FeedBlock(portal, portal.REQUEST)
    made.settings = settings
    made.update()
    return made


def got(address=AT, body=SECTOR):
    return Copies(folder()).update(address, lambda *asked: Answer(body.encode(), address))


def test_the_block_waits_for_its_first_copy_and_asks_for_it(portal_with_feed):
    assert not block(portal_with_feed).available
    assert Copies(folder()).due() == [AT]
    got()
    shown = block(portal_with_feed, count=1)
    links = html.fromstring(shown.render()).cssselect("a")

    assert (shown.available, shown.heading) == (True, "Cổng của ngành")
    assert [(link.text, link.get("href"), link.get("rel")) for link in links] == [
        ("Công bố lịch thi", "https://www.moet.gov.vn/tin/1", "nofollow noopener external")
    ]
    assert "20/11/2026" in shown.render()
    assert "Nguồn: moet.gov.vn, cập nhật lúc" in shown.render()
    assert block(portal_with_feed, heading_en="The ministry").heading == "The ministry"


def test_what_a_feed_says_is_text(portal_with_feed):
    got(body=SECTOR.replace("Công bố lịch thi", "&amp;lt;img src=x onerror=alert(1)&amp;gt;\"'"))
    shown = block(portal_with_feed)
    assert html.fromstring(shown.render()).cssselect("img") == []
    assert "&lt;img src=x onerror=alert(1)&gt;&quot;&#x27;" in shown.render()


def test_an_address_that_the_panel_no_longer_has_is_shown_no_more(portal_with_feed):
    got()
    api.portal.set_registry_record("eduportal.feeds.addresses", [])
    assert not block(portal_with_feed, address=AT).available


def test_the_administrator_is_told_what_fails(portal_with_feed):
    got()
    Copies(folder()).update(AT, fails)
    assert block(portal_with_feed).available
    (term,) = known_feeds(portal_with_feed)
    title = translate(term.title, context=portal_with_feed.REQUEST, target_language="en")
    assert title.startswith("Cổng của ngành (moet.gov.vn): cannot be had since ")

    panel = api.content.get_view(
        "eduportal-feeds-controlpanel", portal_with_feed, portal_with_feed.REQUEST
    )
    (state,) = panel.states()
    assert (state["count"], translate(state["reason"], target_language="en")) == (
        2,
        "The server took too long.",
    )


def test_without_a_place_for_copies_there_is_no_block(portal_with_feed, monkeypatch):
    monkeypatch.delenv("VAR")
    assert not block(portal_with_feed).available
