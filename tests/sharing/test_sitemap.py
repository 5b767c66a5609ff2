"""``sitemap.xml``: all that is public, nothing else, in pieces where it is much."""

from eduportal import sections
from eduportal.sharing import sitemap
from lxml import etree
from plone import api
import gzip
import pytest
import requests
import transaction

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "i": "http://www.google.com/schemas/sitemap-image/1.1",
}


@pytest.fixture
def ask(functional, visit):
    from plone.testing.zope import Browser

    def get(name: str) -> bytes:
        browser = Browser(functional["app"])
        browser.open(f"http://nohost/plone/{name}")
        return browser._response.body

    return get


def locations(xml: bytes) -> list[str]:
    tree = etree.fromstring(xml)
    return [
        one.text.removeprefix("http://nohost/plone") for one in tree.iterfind(".//s:loc", NAMES)
    ]


def test_a_published_item_is_listed_with_its_picture_and_pages_with_their_languages(
    ask, publish, photograph
):
    publish("news", "Khai giảng & Tết", type="News Item", image=photograph, id="khai-giang")
    tree = etree.fromstring(ask("sitemap.xml"))
    urls = {one.findtext("s:loc", None, NAMES): one for one in tree.iterfind("s:url", NAMES)}
    item = urls["http://nohost/plone/vi/tin-tuc-su-kien/khai-giang"]
    assert item.findtext("i:image/i:loc", None, NAMES).startswith(
        "http://nohost/plone/vi/tin-tuc-su-kien/khai-giang/@@images/image-"
    )
    assert item.findtext("s:lastmod", None, NAMES).startswith("20")
    section = urls["http://nohost/plone/vi/gioi-thieu"]
    assert [
        (one.get("hreflang"), one.get("href")) for one in section.iterfind("x:link", NAMES)
    ] == [
        ("en", "http://nohost/plone/en/about-us"),
        ("vi", "http://nohost/plone/vi/gioi-thieu"),
        ("x-default", "http://nohost/plone/vi/gioi-thieu"),
    ]
    assert {"http://nohost/plone/vi", "http://nohost/plone/en"} <= set(urls)


def test_what_nobody_may_see_is_not_listed_not_even_for_those_who_may(office, write):
    hidden = write("published", title="Bí mật")
    write("draft", title="Nháp")
    write("scheduled", title="Ngày mai")
    write("published", title="Ngày thành lập", parent=sections.find("history"))
    transaction.commit()

    def listed(person: str = "") -> list[str]:
        answer = office.ask(person, "GET", f"{office.url}/sitemap.xml")
        return [
            one.text.rpartition("/")[2]
            for one in etree.fromstring(answer.content).iterfind(".//s:loc", NAMES)
        ]

    names = {"bi-mat", "nhap", "ngay-mai", "ngay-thanh-lap"}
    assert names & set(listed()) == names & set(listed("chief")) == {"bi-mat", "ngay-thanh-lap"}
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(hidden, "withdraw", comment="Sai")
        api.content.transition(sections.find("about"), "section_hide")
    transaction.commit()
    assert names & set(listed()) == names & set(listed("chief")) == set()


def test_sections_kept_out_of_the_english_menu_are_not_listed(ask, functional_portal):
    hidden = {
        brain.getPath().removeprefix("/plone")
        for brain in functional_portal.portal_catalog.unrestrictedSearchResults(
            portal_type="Section", path="/plone/en"
        )
        if brain.exclude_from_nav
    }
    assert hidden and not hidden & set(locations(ask("sitemap.xml")))


def test_a_large_portal_gets_an_index_of_pages_that_hold_everything_once(ask, monkeypatch):
    whole = locations(ask("sitemap.xml"))
    monkeypatch.setattr(sitemap, "PAGE", 40)
    sitemap.kept.clear()
    index = locations(ask("sitemap.xml.gz") and gzip.decompress(ask("sitemap.xml.gz")))
    assert index[0] == "/sitemap.xml.gz?page=1" and len(index) > 1
    parts = [locations(gzip.decompress(ask(one[1:]))) for one in index]
    sitemap.kept.clear()
    assert sorted(one for part in parts for one in part) == sorted(whole)


def test_an_unchanged_site_map_is_not_sent_again_and_bad_pages_do_not_exist(http):
    url = f"http://{http['host']}:{http['port']}/plone/sitemap.xml"
    first = requests.get(url)
    assert first.headers["Content-Type"] == "application/xml; charset=utf-8"
    again = requests.get(url, headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    statuses = [requests.get(f"{url}?page={page}").status_code for page in ("99", "x", "-1")]
    assert statuses == [404, 404, 404]
    transaction.abort()
