"""What only a browser shows: keys in the menu, ways to read, paper, the weight of a visit."""

from collections.abc import Callable
from collections.abc import Iterator
from eduportal.face.frame.head import FONT
from playwright.sync_api import Browser
from playwright.sync_api import Page
from urllib.parse import urlsplit
import gzip
import pytest

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
FOCUSED = "document.activeElement.textContent.trim().replace(/\\s+/g, ' ')"
LETTERS = (
    "AÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬBCDĐEÉÈẺẼẸÊẾỀỂỄỆGHIÍÌỈĨỊKLMNOÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢPQRSTUÚÙỦŨỤƯỨỪỬỮỰVXYÝỲỶỸỴ"
)


@pytest.fixture
def window(chromium: Browser, district) -> Iterator[Callable[..., Page]]:
    contexts = []

    def open_window(path: str, **options) -> Page:
        context = chromium.new_context(base_url=district.url, locale="vi-VN", **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_window
    for context in contexts:
        context.close()


def test_arrow_keys_walk_through_the_menu_and_its_drop_downs(window):
    page = window("/hoa-sen/vi", viewport={"width": 1280, "height": 800})
    page.get_by_role("link", name="Trang chủ", exact=True).first.focus()
    walked = []
    for key in ("ArrowRight", "ArrowDown", "ArrowDown", "End", "Home", "ArrowUp", "Escape"):
        page.keyboard.press(key)
        walked.append((key, page.evaluate(FOCUSED)))
    children = (
        page.locator("#edu-menu-1 a").all_inner_texts()
        or page.locator("#edu-menu-1 a").all_text_contents()
    )
    assert walked == [
        ("ArrowRight", "Giới thiệu"),
        ("ArrowDown", children[0].strip()),
        ("ArrowDown", children[1].strip()),
        ("End", children[-1].strip()),
        ("Home", children[0].strip()),
        ("ArrowUp", "Các mục con của Giới thiệu"),
        ("Escape", "Các mục con của Giới thiệu"),
    ]
    assert page.locator(".edu-menu__open[aria-expanded=true]").count() == 0


def test_text_size_and_contrast_stay_without_a_cookie(window):
    page = window("/hoa-sen/vi", **PHONE)
    page.locator("button[data-text='1']").tap()
    page.locator("button[data-contrast]").tap()
    page.goto("/hoa-sen/en")
    kept = page.evaluate(
        "[getComputedStyle(document.documentElement).fontSize,"
        " getComputedStyle(document.body).getPropertyValue('--edu-ink').trim(),"
        " document.cookie,"
        " document.documentElement.scrollWidth <= innerWidth]"
    )
    page.locator("button[data-text='-1']").tap()
    page.locator("button[data-contrast]").tap()
    back = page.evaluate("[{...document.documentElement.dataset}, {...localStorage}]")
    assert (kept, back) == (["18px", "#000", "", True], [{}, {}])


def test_paper_carries_address_and_day_and_no_menus(window):
    page = window("/hoa-sen/vi/gioi-thieu/can-cu-phap-ly")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    shown = {
        name: page.locator(name).first.is_visible()
        for name in (".edu-menu", ".edu-utility", ".edu-top", ".edu-paper", ".edu-banner__name")
    }
    assert shown == {
        ".edu-menu": False,
        ".edu-utility": False,
        ".edu-top": False,
        ".edu-paper": True,
        ".edu-banner__name": True,
    }
    assert "/hoa-sen/vi/gioi-thieu/can-cu-phap-ly" in page.locator(".edu-paper").inner_text()
    assert page.locator("#content details:not([open])").count() == 0


def test_the_font_draws_every_vietnamese_letter(window):
    page = window("/hoa-sen/vi")
    page.evaluate("document.fonts.ready.then(() => true)")
    missing = page.evaluate(
        """letters => {
            const pen = document.createElement('canvas').getContext('2d');
            const wide = (letter, rest) => {
                pen.font = `64px "Portal Sans", ${rest}`;
                return pen.measureText(letter).width;
            };
            return [...letters + letters.toLowerCase()].filter(
                letter => wide(letter, 'monospace') !== wide(letter, 'serif'));
        }""",
        LETTERS,
    )
    assert missing == []


def test_a_first_visit_to_the_home_page_is_light(chromium, district):
    answers = []
    page = chromium.new_context(**PHONE).new_page()
    page.on("response", lambda answer: answers.append(answer))
    page.goto(f"{district.url}/hoa-sen/vi", wait_until="networkidle")
    weighed = [one for one in answers if one.request.resource_type != "image"]
    shell = {
        one.url: len(body if kind == "font" else gzip.compress(body))
        for one in weighed
        if (kind := one.request.resource_type) in ("font", "script", "stylesheet")
        and (body := one.body())
    }
    page.context.close()
    assert {urlsplit(one.url).netloc for one in answers} == {urlsplit(district.url).netloc}
    assert f"{district.url}/hoa-sen/{FONT}" in shell
    assert len(shell) == 3
    assert sum(shell.values()) <= 60_000
    assert len(weighed) <= 12
