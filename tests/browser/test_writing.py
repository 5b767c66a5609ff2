"""A teacher's text survives what happens to teachers: a session that ends, a window that closes."""

from playwright.sync_api import Page
from playwright.sync_api import expect
from tests.browser.people import sign_in
from tests.district import PASSWORD
import pytest
import re

SECTION = "/hoa-sen/vi/tin-tuc-su-kien/hoat-dong"
ADD = f"{SECTION}/++add++News%20Item"
TITLE = "Hội khỏe Phù Đổng"
TEXT = "Hai trăm học sinh tham gia."


@pytest.fixture
def editor(window, staff) -> Page:
    page = window("/hoa-sen/vi")
    sign_in(page, staff["editors"], PASSWORD)
    return page


def write(page: Page, title: str = TITLE, text: str = TEXT) -> None:
    """A title and words in the editor, by keyboard; waits until the browser has kept them."""
    page.get_by_label("Tiêu đề").fill(title)
    body(page).click()
    page.keyboard.type(text)
    page.wait_for_function(
        "said => Object.values(localStorage).some(kept => kept.includes(said))", arg=text
    )


def body(page: Page):
    return page.frame_locator(".tox-edit-area iframe").locator("body")


def offer(page: Page):
    return page.locator(".edu-draft")


def forget_session(page: Page) -> None:
    """What two hours do. Plone renews the cookie while a page loads, so that has to be over."""
    page.wait_for_load_state("networkidle")
    page.context.clear_cookies()


def test_a_save_with_an_expired_session_loses_nothing(editor, staff, school):
    editor.goto(ADD)
    write(editor)
    forget_session(editor)
    editor.get_by_role("button", name="Lưu").click()
    editor.get_by_label("Tên đăng nhập").fill(staff["editors"])
    editor.locator("input[type=password]").fill(PASSWORD)
    editor.get_by_role("button", name="Đăng nhập").click()
    editor.wait_for_url(f"**{ADD}")

    expect(offer(editor)).to_contain_text(TEXT)
    offer(editor).get_by_role("button", name="Khôi phục").click()
    expect(editor.get_by_label("Tiêu đề")).to_have_value(TITLE)
    expect(body(editor)).to_have_text(TEXT)

    editor.get_by_role("button", name="Lưu").click()
    editor.wait_for_url(re.compile("hoi-khoe-phu-dong"))
    try:
        kept = editor.evaluate("Object.keys(localStorage).filter(k => k.startsWith('edu-draft'))")
        assert (TEXT in editor.inner_text("main"), kept) == (True, [])
        assert "edu_saved" not in {cookie["name"] for cookie in editor.context.cookies()}
        editor.goto(ADD)
        expect(offer(editor)).to_have_count(0)
    finally:
        school.ask("DELETE", f"{SECTION}/hoi-khoe-phu-dong".removeprefix("/hoa-sen"))


def test_a_closed_window_offers_what_was_typed_and_discards_it_when_told(editor):
    editor.goto(ADD)
    write(editor)
    again = editor.context.new_page()
    again.goto(ADD)
    expect(offer(again)).to_contain_text(TEXT)
    offer(again).get_by_role("button", name="Bỏ nội dung này").click()
    expect(offer(again)).to_have_count(0)
    again.reload()
    expect(offer(again)).to_have_count(0)


def test_what_is_offered_and_left_alone_is_not_lost_by_typing_on(editor):
    editor.goto(ADD)
    write(editor, text="Bài thứ nhất của tôi hôm nay")
    again = editor.context.new_page()
    again.goto(ADD)
    expect(offer(again)).to_contain_text("Bài thứ nhất của tôi hôm nay")
    write(again, text="Bài thứ hai của tôi hôm nay")
    third = editor.context.new_page()
    third.goto(ADD)
    expect(offer(third)).to_contain_text("Bài thứ hai của tôi hôm nay")
    offer(third).get_by_role("button", name="Bỏ nội dung này").click()
    expect(offer(third)).to_contain_text("Bài thứ nhất của tôi hôm nay")


def test_signing_out_leaves_nothing_in_the_browser(editor):
    editor.goto(ADD)
    write(editor)
    editor.goto("/hoa-sen/vi")
    editor.get_by_role("link", name="Đăng xuất").click()
    editor.get_by_role("link", name="Đăng nhập").wait_for()
    kept = editor.evaluate("Object.keys(localStorage).filter(k => k.startsWith('edu-draft'))")
    scripts = editor.locator("script[src*='autosave'], script[src*='hints'], #edu-writing").count()
    assert (kept, scripts) == ([], 0)


def test_without_storage_the_form_works_as_ever(editor, school):
    editor.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw 1 }})")
    editor.goto(ADD)
    editor.get_by_label("Tiêu đề").fill(TITLE)
    editor.get_by_role("button", name="Lưu").click()
    editor.wait_for_url(re.compile("hoi-khoe-phu-dong"))
    school.ask("DELETE", f"{SECTION}/hoi-khoe-phu-dong".removeprefix("/hoa-sen"))


def test_somebody_elses_save_and_an_ended_session_are_told_while_one_writes(editor, school):
    made = school.ask(
        "POST", SECTION.removeprefix("/hoa-sen"), **{"@type": "News Item", "title": "Tin chung"}
    )
    path = made.json()["@id"].partition("/hoa-sen")[2]
    try:
        school.ask("PATCH", path, creators=["bien.tap"])
        school.ask("POST", f"{path}/@workflow/submit")
        editor.goto(f"/hoa-sen{path}/edit")
        editor.get_by_label("Tóm tắt").fill("Tôi đang viết")
        school.ask("DELETE", f"{path}/@lock", force=True)
        school.ask("PATCH", path, description="Người khác đã viết")
        wake = "document.dispatchEvent(new Event('visibilitychange'))"
        editor.evaluate(wake)
        expect(offer(editor)).to_contain_text("Có người khác vừa lưu trang này")
        forget_session(editor)
        editor.evaluate(wake)
        expect(offer(editor).last).to_contain_text("Phiên làm việc đã hết")
    finally:
        school.ask("DELETE", path)


def test_hints_follow_the_writing_and_an_old_encoding_is_converted_by_one_button(editor):
    editor.goto(ADD)
    editor.get_by_label("Tiêu đề").fill("Th\u00abng b\u00b8o tuy\u00d3n sinh")
    panel = editor.locator(".edu-hints")
    expect(panel).to_contain_text("TCVN3")
    panel.get_by_role("button", name="Chuyển sang Unicode").click()
    expect(editor.get_by_label("Tiêu đề")).to_have_value("Thông báo tuyển sinh")
    expect(panel).to_be_hidden()
    body(editor).evaluate("""body => {
        body.innerHTML = '<p><a href="/x">Xem tại đây</a> <img src="/a.jpg"></p>';
        body.dispatchEvent(new Event('input', {bubbles: true}));
    }""")
    expect(panel.get_by_role("listitem")).to_have_count(2)
