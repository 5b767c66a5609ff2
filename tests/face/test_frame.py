"""The frame around a page: whose portal it is, where one is, the other language, the footer."""

from datetime import date
from eduportal.face.bodies import parent_name
from eduportal.face.dates import in_words


def test_the_banner_names_the_unit_in_the_language_of_the_page(visit):
    assert [visit(path).words(".edu-banner__name") for path in ("/vi", "/en")] == [
        "Trường Tiểu học Hoa Sen (mẫu)",
        "Hoa Sen Primary School (sample)",
    ]


def test_the_title_names_the_page_and_the_unit(visit):
    assert [visit(path).words("title") for path in ("/en", "/en/about-us/legal-basis")] == [
        "Hoa Sen Primary School (sample)",
        "Legal basis – Hoa Sen Primary School (sample)",
    ]


def test_pages_at_the_language_root_have_titles_of_their_own(visit):
    paths = ("/vi/sitemap", "/en/@@search?SearchableText=x", "/login")
    assert [visit(path).words("title") for path in paths] == [
        "Sơ đồ cổng – Trường Tiểu học Hoa Sen (mẫu)",
        "Search – Hoa Sen Primary School (sample)",
        "Đăng nhập – Trường Tiểu học Hoa Sen (mẫu)",
    ]


def test_the_page_says_its_language(visit):
    assert [visit(path).tree.get("lang") for path in ("/vi", "/en")] == ["vi", "en"]


def test_the_first_link_skips_to_the_content(visit):
    page = visit("/vi")
    assert page.values("body a", "href")[0] == "#portal-column-content"
    assert page.values("main", "id") == ["portal-column-content"]


def test_the_breadcrumb_starts_at_the_language_root(visit):
    page = visit("/en/about-us/history")
    assert page.all_words(".edu-breadcrumb li") == ["Home", "About us", "History"]
    assert page.values(".edu-breadcrumb a", "href") == [
        "http://nohost/plone/en",
        "http://nohost/plone/en/about-us",
    ]


def test_the_language_switch_keeps_the_page(visit):
    page = visit("/vi/gioi-thieu/lich-su")
    (link,) = page.tree.cssselect(".edu-utility__language a")
    assert dict(link.attrib) == {
        "href": "http://nohost/plone/en/about-us/history",
        "hreflang": "en",
        "lang": "en",
        "title": "",
    }


def test_the_language_switch_keeps_the_view(visit):
    page = visit("/vi/@@search")
    assert page.values(".edu-utility__language a", "href") == ["http://nohost/plone/en/@@search"]


def test_without_a_translation_the_switch_leads_to_the_nearest_section_and_says_so(visit, publish):
    publish("history", "Lịch sử")
    page = visit("/vi/gioi-thieu/lich-su/lich-su")
    (link,) = page.tree.cssselect(".edu-utility__language a")
    assert (link.get("href"), link.get("title")) == (
        "http://nohost/plone/en/about-us/history",
        "This page is not in English yet; the link leads to the nearest section.",
    )


def test_the_footer_tells_whom_to_reach_and_not_who_administers(visit):
    assert visit("/en").words(".edu-footer") == (
        "Hoa Sen Primary School (sample) "
        "Address: Số 1 đường Mẫu, xã Mẫu, tỉnh Mẫu "
        "Telephone: 0200 000 0001 "
        "E-mail: vanthu@c1hoasen.tinhmau.edu.vn "
        "Legal basis Contact details Send feedback Site map Accessibility RSS"
    )


def test_dates_are_written_in_words():
    day = date(2026, 11, 22)
    assert (in_words(day, "vi"), in_words(day, "en")) == (
        "Chủ Nhật, ngày 22 tháng 11 năm 2026",
        "Sunday, 22 November 2026",
    )


def test_the_parent_body_is_named_where_its_portal_stands_in_the_instance(portal):
    assert [
        parent_name(portal, parent, language)
        for parent, language in (("plone", "vi"), ("plone", "en"), ("elsewhere", "vi"), ("", "vi"))
    ] == ["Trường Tiểu học Hoa Sen (mẫu)", "Hoa Sen Primary School (sample)", "", ""]
