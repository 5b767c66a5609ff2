"""Feeds of all kinds become plain text and links; what is dangerous in them does not."""

from eduportal.feeds.addresses import FeedError
from eduportal.feeds.parsing import Feed
from eduportal.feeds.parsing import Item
from eduportal.feeds.parsing import parse
import pytest

AT = "https://moet.gov.vn/rss/tin.xml"

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Ngành</title><link>https://moet.gov.vn/</link></channel>
<item><title>Một</title><link>https://moet.gov.vn/1</link><dc:date>2026-11-20T08:00:00+07:00</dc:date></item>
</rdf:RDF>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Ngành</title>
<entry><title type="html">&lt;b&gt;Một&lt;/b&gt;</title><link rel="edit" href="/sua"/>
<link href="/1"/><published>2026-11-20T01:00:00Z</published></entry></feed>"""

RSS = """<rss version="2.0"><channel><title>Ngành</title>
<item><title>Một</title><link>https://moet.gov.vn/1</link>
<pubDate>Fri, 20 Nov 2026 08:00:00 +0700</pubDate></item></channel></rss>"""

ONE = Feed("Ngành", (Item("Một", "https://moet.gov.vn/1", "2026-11-20T01:00:00+00:00"),))


@pytest.mark.parametrize("text", [RDF, ATOM, RSS])
def test_the_three_kinds_of_feeds_are_read(text):
    assert parse(text.encode(), AT) == ONE


def items(*texts):
    body = "".join(f"<item>{text}</item>" for text in texts)
    feed = f"<rss><channel><title>x</title>{body}</channel></rss>"
    return [tuple(item)[:2] for item in parse(feed.encode(), AT).items]


def test_titles_are_plain_text_in_one_line():
    link = "<link>/1</link>"
    found = items(
        f"<title><![CDATA[<b>Lịch</b> thi &amp; <script>alert(1)</script>]]></title>{link}",
        f"<title>A &amp;lt;b&amp;gt; \u202e B\u0007 \n C</title>{link}".replace("\u0007", ""),
        f"<title>Thông báo</title>{link}",
        f"<title>{'dài ' * 200}</title>{link}",
    )
    assert [title for title, _url in found[:3]] == [
        "Lịch thi & alert(1)",
        "A <b> B C",
        "Thông báo",
    ]
    assert len(found[3][0]) < 260


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "http://a:b@moet.gov.vn/",
        "http://[",
        "",
    ],
)
def test_links_lead_to_the_web_or_the_item_is_left_out(link):
    assert items(f"<title>x</title><link>{link}</link>") == []


def test_links_are_made_whole():
    assert items("<title>x</title><link> /tin?a=1&amp;b=2 </link>") == [
        ("x", "https://moet.gov.vn/tin?a=1&b=2")
    ]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<html><body>404</body></html>", "no-feed"),
        ("", "no-feed"),
        ("<rss version='2.0'></rss>", "no-feed"),
        ("\x00\x01", "no-feed"),
        (
            '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
            "<rss><channel><title>&b;</title></channel></rss>",
            "entities",
        ),
        (
            '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
            "<rss><channel><title>&a;</title></channel></rss>",
            "entities",
        ),
    ],
)
def test_what_is_no_feed_or_a_bomb_is_refused(body, reason):
    with pytest.raises(FeedError) as error:
        parse(body.encode(), AT)
    assert error.value.reason == reason


def test_what_is_badly_written_is_read_as_far_as_it_goes():
    body = "<rss><channel><title>Ngành</title><item><title>Một</title><link>/1</link></item><item>"
    assert parse(body.encode(), AT) == Feed("Ngành", (Item("Một", "https://moet.gov.vn/1"),))
