"""What citizens, parents and pupils come for."""

from tests.browser.people import AS_ADMIN
from tests.browser.people import PHONE
from tests.browser.people import headings
import pytest

LISTS = (
    "/",
    "/so-mau/vi",
    "/so-mau/vi/gioi-thieu/don-vi-truc-thuoc",
    "/hoa-sen/vi",
    "/hoa-sen/en",
    "/hoa-sen/vi/tin-tuc-su-kien",
    "/hoa-sen/vi/van-ban/he-thong-van-ban",
    "/hoa-sen/vi/gioi-thieu/can-cu-phap-ly",
    "/hoa-sen/vi/tai-nguyen/kho-hoc-lieu-so",
    "/hoa-sen/vi/tai-nguyen/lien-ket-cua-bo",
    "/hoa-sen/vi/gop-y-lien-he/gop-y",
    "/hoa-sen/vi/sitemap",
    "/hoa-sen/vi/@@search?SearchableText=giao+duc",
    "/hoa-sen/login",
)


def test_a_newcomer_finds_the_school_from_the_first_page(window):
    page = window("/")
    page.get_by_role("link", name="Trường Tiểu học Hoa Sen").click()
    assert page.title() == "Trường Tiểu học Hoa Sen"

    page.get_by_role("link", name="Giới thiệu", exact=True).click()
    page.get_by_role("main").get_by_role("link", name="Căn cứ pháp lý").click()

    assert headings(page) == ["Căn cứ pháp lý"]
    assert page.title() == "Căn cứ pháp lý – Trường Tiểu học Hoa Sen"


def test_the_language_switch_keeps_the_page(window):
    page = window("/hoa-sen/vi/gioi-thieu/can-cu-phap-ly")

    page.get_by_role("link", name="English").click()
    english = (page.locator("html").get_attribute("lang"), headings(page))
    page.get_by_role("link", name="Tiếng Việt").click()
    vietnamese = (page.locator("html").get_attribute("lang"), headings(page))

    assert (english, vietnamese) == (("en", ["Legal basis"]), ("vi", ["Căn cứ pháp lý"]))


def test_the_phone_menu_works_by_touch_without_plones_scripts(window):
    page = window("/hoa-sen/vi", **PHONE)
    menu = page.get_by_role("navigation", name="Trình đơn chính")
    item = menu.get_by_role("link", name="Căn cứ pháp lý")
    scripts = page.locator("script[src]").evaluate_all("found => found.map(one => one.src)")
    assert [source.rpartition("/")[2] for source in scripts] == ["face.js"]
    assert not item.is_visible()

    menu.get_by_role("button", name="Danh mục").tap()
    menu.get_by_role("button", name="Các mục con của Giới thiệu").tap()
    item.tap()
    page.wait_for_url("**/can-cu-phap-ly")

    assert headings(page) == ["Căn cứ pháp lý"]


def test_the_phone_menu_works_by_keyboard(window):
    page = window("/hoa-sen/vi", **PHONE)
    menu = page.get_by_role("navigation", name="Trình đơn chính")
    toggle = menu.get_by_role("button", name="Danh mục")
    toggle.focus()

    page.keyboard.press("Enter")
    opened = menu.get_by_role("link", name="Công khai", exact=True).is_visible()
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.textContent.trim()")
    page.keyboard.press("Escape")

    assert (opened, focused) == (True, "Trang chủ")
    assert toggle.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.getAttribute('aria-controls')") == "edu-menu"


def test_no_page_of_a_list_scrolls_sideways_on_a_phone(window):
    page = window("/", **PHONE)
    wider = {}
    for path in LISTS:
        page.goto(path)
        wider[path] = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
    assert wider == dict.fromkeys(LISTS, 0)


@pytest.fixture
def emptied(window):
    """Whatever the test sent is removed from the register, as the administrator does it."""
    yield lambda: window("/hoa-sen/vi/@@submissions", **AS_ADMIN)
    page = window("/hoa-sen/vi/@@submissions", **AS_ADMIN)
    for _one in range(page.locator("details").count()):
        page.locator("details summary").first.click()
        page.get_by_role("button", name="Xóa hẳn").first.click()


def test_a_parent_sends_feedback_and_only_the_administrator_reads_it(window, emptied):
    page = window("/hoa-sen/vi/gop-y-lien-he/gop-y", **PHONE)
    page.get_by_label("Chủ đề").fill("Cổng trường ùn tắc giờ tan học")
    page.get_by_label("Nội dung góp ý").fill("Đề nghị nhà trường phân luồng lúc 16 giờ 30.")
    page.get_by_label("Tôi đồng ý").check()
    page.get_by_role("button", name="Gửi góp ý").click()

    assert headings(page) == ["Cảm ơn ông/bà"]
    assert "Cổng trường ùn tắc giờ tan học" in emptied().locator("details summary").inner_text()
    page.goto("/hoa-sen/vi/@@submissions")
    assert page.get_by_label("Mật khẩu").is_visible()
