"""Which address search engines keep, and which pages they leave alone."""

import pytest


def links(page) -> list:
    found = page.tree.cssselect("link[rel=canonical], link[rel=alternate][hreflang]")
    return [
        (one.get("hreflang"), one.get("href").removeprefix("http://nohost/plone")) for one in found
    ]


def robots(page) -> list:
    return page.values("meta[name=robots]", "content")


def test_a_translated_page_names_both_versions(visit):
    expected = {
        (None, "/en/about-us/history"),
        ("en", "/en/about-us/history"),
        ("vi", "/vi/gioi-thieu/lich-su"),
        ("x-default", "/vi/gioi-thieu/lich-su"),
    }
    page = visit("/en/about-us/history?SearchableText=casino")
    assert (set(links(page)), robots(page)) == (expected, [])


def test_the_home_pages_are_versions_of_each_other(visit):
    home = {("en", "/en"), ("vi", "/vi"), ("x-default", "/vi")}
    assert [set(links(visit(path))) for path in ("/vi", "/en")] == [
        {*home, (None, "/vi")},
        {*home, (None, "/en")},
    ]


def test_an_item_without_a_translation_names_only_itself(visit, publish):
    publish("news", "Chỉ có tiếng Việt", type="News Item")
    path = "/vi/tin-tuc-su-kien/chi-co-tieng-viet"
    assert links(visit(path)) == [(None, path)]
    assert links(visit(f"{path}/view")) == [(None, path)]


def test_a_later_page_of_a_list_is_a_page_of_its_own(visit):
    assert links(visit("/vi/tin-tuc-su-kien?b_start:int=20"))[-1:] == [
        (None, "/vi/tin-tuc-su-kien?b_start:int=20")
    ]


@pytest.mark.parametrize(
    "path",
    ["/vi/@@search?SearchableText=casino", "/login", "/vi/login", "/mail_password_form"],
)
def test_forms_and_searches_stay_out_of_search_engines(visit, path):
    page = visit(path)
    assert links(page) == []
    assert set(robots(page)) == {"noindex, nofollow"}


def test_the_readers_site_map_may_be_kept(visit):
    assert robots(visit("/vi/sitemap")) == []
