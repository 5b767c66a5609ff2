"""The main menu in both languages."""

from Products.CMFPlone.CatalogTool import CatalogTool

TOP = ".edu-menu__item > a"


def below(page, title: str) -> list[str]:
    (item,) = [
        one
        for one in page.tree.cssselect(".edu-menu__item")
        if one.cssselect("a")[0].text_content().strip() == title
    ]
    return [link.text_content().strip() for link in item.cssselect(".edu-menu__sub a")]


def test_the_vietnamese_menu_holds_every_top_section(visit):
    assert visit("/vi").all_words(TOP)[1:] == [
        "Giới thiệu",
        "Tin tức – Sự kiện",
        "Văn bản – Kế hoạch",
        "Thủ tục - Biểu mẫu",
        "Tuyển sinh – Tra cứu",
        "Công khai",
        "Tài nguyên",
        "Góp ý – Liên hệ",
    ]


def test_a_section_of_the_menu_opens_its_own_sections(visit):
    assert below(visit("/vi"), "Thủ tục - Biểu mẫu") == [
        "Dịch vụ công trực tuyến",
        "Thủ tục",
        "Biểu mẫu, mẫu đơn",
        "Tra cứu tình trạng hồ sơ",
    ]


def test_the_english_menu_has_only_what_can_be_read_in_english(visit, publish):
    before = visit("/en")
    publish("history", "Our history", language="en")
    after = visit("/en")
    assert (below(before, "About us"), below(after, "About us")) == (
        ["Legal basis"],
        ["History", "Legal basis"],
    )


def test_visitors_share_one_query_until_the_catalogue_changes(visit, publish, monkeypatch):
    asked = []
    original = CatalogTool.searchResults

    def counting(self, query=None, **kw):
        if kw.get("portal_type") == "Section" and "path" in kw:
            asked.append(kw["path"])
        return original(self, query, **kw)

    monkeypatch.setattr(CatalogTool, "searchResults", counting)
    visit("/vi")
    visit("/vi")
    publish("history", "Lịch sử")
    visit("/vi")
    assert asked == ["/plone/vi", "/plone/vi"]


def test_the_page_at_hand_and_the_sections_around_it_are_marked(visit):
    page = visit("/vi/gioi-thieu/lich-su")
    assert [
        (link.text_content().strip(), link.get("aria-current"))
        for link in page.tree.cssselect(".edu-menu [aria-current]")
    ] == [("Giới thiệu", "true"), ("Quá trình hình thành và phát triển", "page")]


def test_every_drop_down_button_names_what_it_opens(visit):
    page = visit("/vi")
    opened = page.values(".edu-menu__open", "aria-controls")
    assert opened == page.values(".edu-menu__sub", "id")
    assert set(page.values(".edu-menu__open", "aria-expanded")) == {"false"}
