"""RSS of lists over HTTP: valid, absolute, and of published items alone."""

from DateTime import DateTime
from eduportal import sections
from email.utils import parsedate_to_datetime
from lxml import etree
from plone import api
from plone.testing.zope import Browser
from tests.face.conftest import managing
from tests.face.conftest import publish
from tests.face.conftest import visit
import pytest
import transaction

__all__ = ["managing", "publish", "visit"]

SELF = "{http://www.w3.org/2005/Atom}link"


@pytest.fixture
def feed(functional):
    """A feed as readers get it: the channel, and the titles of its items."""

    def read(path):
        browser = Browser(functional["app"])
        browser.handleErrors = False
        browser.open(f"http://nohost/plone{path}")
        assert browser.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
        channel = etree.fromstring(browser.contents.encode()).find("channel")
        return channel, [item.findtext("title") for item in channel.iter("item")]

    return read


def path_of(content):
    return "/" + "/".join(content.getPhysicalPath()[2:])


def test_a_feed_is_what_readers_expect(publish, feed):
    title = 'Lễ <khai giảng> & "hội"'
    news = publish("unit-news", title, type="News Item", description="Sáng 5/9")
    channel, titles = feed("/vi/tin-tuc-su-kien/RSS")
    (item,) = channel.iter("item")

    assert titles == [title]
    assert channel.findtext("link") == "http://nohost/plone/vi/tin-tuc-su-kien"
    assert channel.find(SELF).get("href") == "http://nohost/plone/vi/tin-tuc-su-kien/RSS"
    assert channel.findtext("language") == "vi"
    assert item.findtext("link") == f"http://nohost/plone{path_of(news)}"
    assert item.findtext("guid") == api.content.get_uuid(news)
    assert item.findtext("description") == "Sáng 5/9"
    when = parsedate_to_datetime(item.findtext("pubDate"))
    assert when.isoformat() == "2026-09-05T08:00:00+07:00"


def test_what_visitors_may_not_see_is_in_no_feed(publish, feed, managing):
    shown = publish("unit-news", "Tin công khai", type="News Item")
    drafted = publish("unit-news", "Tin đã gỡ", type="News Item")
    ended = publish("unit-news", "Tin hết hạn", type="News Item")
    with managing():
        api.content.transition(drafted, "withdraw", comment="Sai ngày")
        ended.expiration_date = DateTime() - 1
        ended.reindexObject()
        transaction.commit()

    section = path_of(shown.aq_parent)
    assert [feed(f"{path}/RSS")[1] for path in (section, "/vi/tin-tuc-su-kien", "/vi")] == [
        ["Tin công khai"]
    ] * 3
    assert feed("/en/RSS")[1] == []


def test_an_editor_is_given_the_same(publish, managing, functional, visit):
    publish("unit-news", "Tin công khai", type="News Item")
    drafted = publish("unit-news", "Tin đã gỡ", type="News Item")
    with managing():
        api.content.transition(drafted, "withdraw", comment="Sai ngày")
        transaction.commit()
        page = visit("/vi/RSS", signed_in=True)
    assert [one.findtext("title") for one in page.tree.iter("item")] == ["Tin công khai"]


def test_albums_and_topics_have_feeds_of_what_they_show(publish, feed, managing):
    album = publish("unit-news", "Ảnh khai giảng", type="Album")
    topic = publish("news", "Chuyên đề", type="Topic", gathered=("khai giảng",))
    publish("unit-news", "Diễn văn", type="News Item", subject=("khai giảng",))
    with managing():
        api.content.create(album, "Image", title="Chào cờ")
        transaction.commit()

    channel, titles = feed(f"{path_of(album)}/RSS")
    assert titles == ["Chào cờ"]
    assert next(channel.iter("item")).findtext("link").endswith("/view")
    assert feed(f"{path_of(topic)}/RSS")[1] == ["Diễn văn"]
    with managing():
        api.content.transition(album, "withdraw", comment="Chưa đủ")
        transaction.commit()
        assert feed_of_editor(album) == []


def feed_of_editor(album):
    view = album.restrictedTraverse("RSS")
    return list(view.brains())


def test_a_registers_section_offers_the_registers_feed_in_both_languages(publish, feed):
    publish(
        "document-register",
        "Về việc nghỉ lễ",
        type="OfficialDocument",
        number="12/CV",
        kind="Công văn",
    )
    found = [
        feed(f"{path_of(sections.find('document-register', language))}/RSS")[1]
        for language in ("vi", "en")
    ]
    assert found == [["12/CV – Về việc nghỉ lễ"]] * 2


def test_pages_name_their_feeds(visit):
    page = visit("/vi/tin-tuc-su-kien")
    links = page.tree.cssselect("link[rel=alternate][type='application/rss+xml']")
    assert [link.get("href") for link in links] == [
        "http://nohost/plone/vi/tin-tuc-su-kien/RSS",
        "http://nohost/plone/vi/RSS",
    ]


def test_one_page_lists_all_feeds(visit):
    assert visit("/en/@@feeds").words("h1") == "News by RSS"
    addresses = visit("/vi/@@feeds").values("#content-core a", "href")
    assert addresses[0] == "http://nohost/plone/vi/RSS"
    assert len(addresses) > 40
    assert {address.rpartition("/")[2] for address in addresses} == {"RSS"}
