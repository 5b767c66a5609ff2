"""Without a mouse, without colours, without motion: what no rule of axe can see."""

from playwright.sync_api import Page
from tests.accessibility.sweep import WIDE
import pytest

HOME = "/hoa-sen/vi"
# How the element in focus is drawn: width of its outline, and whether it is inside the window.
FOCUS = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect();
  return {
    name: one.id || one.className || one.tagName,
    outline: parseFloat(getComputedStyle(one).outlineWidth),
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0,
  };
}"""
MOST = 400


@pytest.fixture
def window(chromium, furnished):
    """``window(path, **media)``: a fresh window of a visitor at that page."""
    contexts = []

    def open_window(path: str, **options) -> Page:
        contexts.append(
            chromium.new_context(base_url=furnished.url, locale="vi-VN", viewport=WIDE, **options)
        )
        page = contexts[-1].new_page()
        page.goto(path)
        return page

    yield open_window
    for context in contexts:
        context.close()


def tabbed(page: Page) -> list[dict]:
    """Every stop of the Tab key from the top of the page until it leaves the page."""
    stops = []
    for _press in range(MOST):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        stops.append(page.evaluate(FOCUS))
    return stops


def test_the_first_stop_leads_past_the_menu(window):
    page = window(HOME)

    page.keyboard.press("Tab")
    first = page.evaluate(FOCUS)
    page.keyboard.press("Enter")

    assert first == {"name": "edu-skip", "outline": 3, "seen": True}
    assert page.evaluate("document.activeElement.id") == "portal-column-content"


@pytest.mark.parametrize(
    "path",
    [HOME, "/hoa-sen/vi/van-ban/he-thong-van-ban", "/hoa-sen/vi/gop-y-lien-he/gop-y/gui-gop-y"],
)
def test_tab_goes_through_the_page_seen_and_without_a_trap(window, path):
    stops = tabbed(window(path))

    assert 20 < len(stops) < MOST
    assert [one for one in stops if not one["seen"] or one["outline"] < 2] == []


def test_the_menu_opens_and_closes_by_keyboard(window):
    page = window(HOME)
    button = page.locator(".edu-menu__open").first
    submenu = page.locator(".edu-menu__sub").first

    button.focus()
    page.keyboard.press("Enter")
    opened = (button.get_attribute("aria-expanded"), submenu.is_visible())
    page.keyboard.press("Tab")
    inside = submenu.locator("a").first.evaluate("one => one === document.activeElement")
    page.keyboard.press("Escape")

    assert opened == ("true", True)
    assert inside
    assert button.get_attribute("aria-expanded") == "false"
    assert button.evaluate("one => one === document.activeElement")


def test_suggestions_are_walked_through_with_arrows_and_told(window):
    page = window(HOME)
    box = page.locator("#edu-search")

    box.focus()
    page.keyboard.type("thông tư", delay=20)
    page.locator("#edu-search-list [role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")

    assert box.get_attribute("aria-expanded") == "true"
    assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    assert page.locator("[role=status]", has_text="Gợi ý").count() == 1
    page.keyboard.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    assert box.input_value() == "thông tư"


def test_everything_stays_there_with_forced_colours(window):
    page = window(HOME, forced_colors="active")
    button = page.locator(".edu-banner__search button")

    assert page.locator(".edu-menu__list").is_visible()
    assert button.evaluate("one => parseFloat(getComputedStyle(one).borderTopWidth)") >= 1
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["outline"] >= 2


def test_nothing_moves_for_who_asks_for_less_motion(window):
    page = window(HOME, reduced_motion="reduce")

    moving = page.evaluate(
        "document.getAnimations().filter(one => one.playState === 'running').length"
    )

    assert moving == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_a_form_that_comes_back_begins_at_the_first_field_that_is_wrong(window):
    page = window("/hoa-sen/vi/gop-y-lien-he/gop-y/gui-gop-y")

    page.locator(".easyformForm [type=submit]").click()
    page.locator("main [role=alert]").wait_for()

    assert page.evaluate("document.activeElement.name") == "form.widgets.subject"
    assert page.locator("main [role=alert] svg:not([aria-hidden])").count() == 0


def test_paper_shows_where_links_lead_that_leave_the_portal(window):
    page = window("/hoa-sen/vi/tai-nguyen/lien-ket-cua-bo")

    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    told = page.evaluate("""[...document.querySelectorAll("#content-core a")].map(one =>
      [one.host !== location.host && !one.text.includes(one.host),
       getComputedStyle(one, "::after").content.includes("http")])""")

    assert [outward for outward, _shown in told] == [shown for _outward, shown in told]
    assert [True, True] in told
