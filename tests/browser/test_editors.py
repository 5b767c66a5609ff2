"""News from its writer to its readers."""

from playwright.sync_api import Page
from playwright.sync_api import expect
from tests.browser.people import headings
from tests.browser.people import sign_in
from tests.district import PASSWORD

SECTION = "/hoa-sen/vi/tin-tuc-su-kien/hoat-dong"
ADDRESS = f"{SECTION}/hoi-khoe-phu-dong"
EMPTY = "/hoa-sen/vi/gioi-thieu/lich-su"


def choose(page: Page, transition: str, into: str) -> None:
    """In the toolbar: the state's menu, and one of its transitions; then the new state shows."""
    menu = page.locator("#plone-contentmenu-workflow")
    menu.locator("> a").click()
    menu.get_by_text(transition, exact=True).click()
    expect(menu.locator("> a")).to_contain_text(into)


def test_an_editor_submits_news_the_chief_editor_publishes_it_then_visitors_see_it(
    window, school, staff
):
    visitor = window(SECTION)
    editor = window("/hoa-sen/vi")
    sign_in(editor, staff["editors"], PASSWORD)
    editor.goto(f"{SECTION}/++add++News%20Item")
    editor.get_by_label("Tiêu đề").fill("Hội khỏe Phù Đổng")
    editor.get_by_label("Tóm tắt").fill("Hai trăm học sinh tham gia.")
    editor.get_by_role("button", name="Lưu").click()
    editor.wait_for_url(f"**{ADDRESS}**")
    try:
        choose(editor, "Gửi duyệt", "Chờ duyệt")
        visitor.goto(ADDRESS)
        before = headings(visitor)

        chief = window("/hoa-sen/vi")
        sign_in(chief, staff["chief-editors"], PASSWORD)
        chief.goto(ADDRESS)
        choose(chief, "Duyệt đăng", "Đã đăng")

        visitor.goto(SECTION)
        visitor.get_by_role("main").get_by_role("link", name="Hội khỏe Phù Đổng").click()
        assert (before, headings(visitor)) == (["Đăng nhập"], ["Hội khỏe Phù Đổng"])
    finally:
        school.ask("DELETE", ADDRESS.removeprefix("/hoa-sen"))


def test_an_empty_section_tells_editors_what_belongs_there_and_visitors_to_come_back(window, staff):
    visitor = window(EMPTY)
    editor = window(EMPTY)
    sign_in(editor, staff["editors"], PASSWORD)
    editor.goto(EMPTY)

    notes = [page.locator(".edu-note").inner_text() for page in (visitor, editor)]

    assert notes[0] == "Nội dung của chuyên mục này đang được cập nhật. Mời quý vị quay lại sau."
    assert "Nội dung cần đăng:" in notes[1]
    assert "53/2012/TT-BGDĐT" in notes[1]
