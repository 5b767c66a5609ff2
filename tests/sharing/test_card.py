"""What a link to a page shows where it is shared."""

from tests.face.conftest import Page
from tests.sharing.conftest import metas
import transaction


def test_a_shared_link_to_the_home_page_shows_the_unit(visit):
    assert metas(visit("/en")) == {
        "og:site_name": "Hoa Sen Primary School (sample)",
        "og:title": "Hoa Sen Primary School (sample)",
        "og:type": "website",
        "og:url": "http://nohost/plone/en",
        "og:locale": "en_US",
        "twitter:card": "summary",
    }


def test_a_news_item_shows_its_picture_with_size_and_the_beginning_of_its_text(
    visit, publish, photograph
):
    text = f"<p>Sáng 5/9, nhà trường khai giảng. {'Thầy và trò cùng vui. ' * 20}</p>"
    publish("news", "Khai giảng", type="News Item", text=text, image=photograph)
    shown = metas(visit("/vi/tin-tuc-su-kien/khai-giang"))
    picture = shown.pop("og:image")
    assert picture.startswith("http://nohost/plone/vi/tin-tuc-su-kien/khai-giang/@@images/image-")
    assert shown.pop("article:modified_time").endswith("+07:00")
    description = shown.pop("og:description")
    assert description.startswith("Sáng 5/9, nhà trường khai giảng. Thầy và trò cùng vui.")
    assert description.endswith("…") and len(description) <= 201
    assert shown == {
        "og:site_name": "Trường Tiểu học Hoa Sen (mẫu)",
        "og:title": "Khai giảng",
        "og:type": "article",
        "og:url": "http://nohost/plone/vi/tin-tuc-su-kien/khai-giang",
        "og:locale": "vi_VN",
        "article:published_time": "2026-09-05T08:00:00+07:00",
        "og:image:width": "800",
        "og:image:height": "450",
        "og:image:alt": "Khai giảng",
        "twitter:card": "summary_large_image",
    }


def test_the_share_links_load_nothing_and_carry_the_address(visit, publish):
    publish("news", "Ưu & “đãi”", type="News Item")
    page = visit("/vi/tin-tuc-su-kien/uu-dai")
    assert page.values(".edu-share a", "href") == [
        "https://www.facebook.com/sharer/sharer.php"
        "?u=http%3A%2F%2Fnohost%2Fplone%2Fvi%2Ftin-tuc-su-kien%2Fuu-dai",
        "https://x.com/intent/post?url=http%3A%2F%2Fnohost%2Fplone%2Fvi%2Ftin-tuc-su-kien%2Fuu-dai"
        "&text=%C6%AFu+%26+%E2%80%9C%C4%91%C3%A3i%E2%80%9D",
        "https://zalo.me/share?url=http%3A%2F%2Fnohost%2Fplone%2Fvi%2Ftin-tuc-su-kien%2Fuu-dai"
        "&title=%C6%AFu+%26+%E2%80%9C%C4%91%C3%A3i%E2%80%9D",
    ]
    assert all("nohost" in src for src in page.values("script", "src") if src)
    assert not visit("/vi/tin-tuc-su-kien").tree.cssselect(".edu-share, .edu-save")


def test_what_is_not_public_tells_nothing_and_offers_nothing_to_share(office, write):
    draft = write("draft", title="Chưa công bố")
    transaction.commit()
    page = Page(office.ask("chief", "GET", office.address(draft)).text)
    assert page.words("h1") == "Chưa công bố"
    assert metas(page) == {}
    assert not page.tree.cssselect('.edu-share, script[type="application/ld+json"]')
    assert page.tree.cssselect(".edu-save")
