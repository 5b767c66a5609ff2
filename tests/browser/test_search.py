"""Searching as visitors do it: with suggestions, by keyboard, by touch, and without any script."""

from tests.browser.people import PHONE
from tests.browser.people import headings
import pytest

TITLES = (
    "Kế hoạch trồng bachlienhoa",
    "Nghiệm thu vườn bachlienhoa",
    "Bachlienhoa nở trước cổng trường",
)


@pytest.fixture
def garden(school):
    """Three published items with a word of their own; gone afterwards."""
    section = school.ask("GET", "/@search?SearchableText=Thông+báo&portal_type=Section").json()
    place = "/" + section["items"][0]["@id"].removeprefix(school.url).lstrip("/")
    made = []
    for title in TITLES:
        body = {"@type": "News Item", "title": title, "language": "vi"}
        address = school.ask("POST", place, **body).json()["@id"].removeprefix(school.url)
        school.ask("POST", f"{address}/@workflow/publish")
        made.append(address)
    yield made
    for address in made:
        school.ask("DELETE", address)


def box(page):
    return page.get_by_role("combobox", name="Tìm kiếm trên cổng")


def offered(page):
    page.get_by_role("option").first.wait_for()
    return page.get_by_role("option").all_inner_texts()


def wider(page):
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


def test_suggestions_are_chosen_by_keyboard(window, garden):
    page = window("/hoa-sen/vi")
    field = box(page)
    before = field.get_attribute("aria-expanded")
    field.press_sequentially("bachlien")
    titles = offered(page)
    assert (before, field.get_attribute("aria-expanded")) == ("false", "true")
    assert sorted(titles) == sorted(TITLES)

    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    chosen = page.locator(f"#{field.get_attribute('aria-activedescendant')}")
    assert (chosen.inner_text(), chosen.get_attribute("aria-selected")) == (titles[0], "true")

    page.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/thong-bao/**")
    assert headings(page) == [titles[-1]]


def test_escape_closes_the_list_and_enter_searches(window, garden):
    page = window("/hoa-sen/vi")
    field = box(page)
    field.press_sequentially("bachlienhoa nở")
    offered(page)
    page.keyboard.press("Escape")
    assert (page.get_by_role("listbox").is_visible(), field.input_value()) == (
        False,
        "bachlienhoa nở",
    )
    page.keyboard.press("Enter")
    page.wait_for_url("**/@@search?*")
    assert page.locator(".edu-hits .edu-list__title").all_inner_texts() == [TITLES[-1]]


def test_typing_on_leaves_no_old_suggestions(window, garden):
    page = window("/hoa-sen/vi")
    field = box(page)
    field.press_sequentially("bachlien")
    offered(page)
    with page.expect_response("**/@@suggest?q=bachlienhoa%20vuon"):
        field.press_sequentially("hoa vuon")
    assert offered(page) == [TITLES[1]]
    field.fill("")
    page.wait_for_timeout(500)
    assert not page.get_by_role("listbox").is_visible()


def test_a_suggestion_is_tapped_on_a_phone(window, garden):
    page = window("/hoa-sen/vi", **PHONE)
    box(page).tap()
    page.keyboard.type("bachlienhoa")
    offered(page)
    assert wider(page) == 0
    page.get_by_role("option", name=TITLES[0]).tap()
    page.wait_for_url("**/thong-bao/**")
    assert headings(page) == [TITLES[0]]


def test_the_search_page_has_suggestions_too(window, garden):
    page = window("/hoa-sen/vi/@@search", **PHONE)
    page.locator("#edu-search-again").press_sequentially("bachlienhoa no")
    assert offered(page) == [TITLES[-1]]
    assert wider(page) == 0


def test_without_scripts_the_page_works_by_keyboard(window, garden):
    page = window("/hoa-sen/vi", java_script_enabled=False, **PHONE)
    page.locator("#edu-search").fill("bachlienhoa")
    page.locator("#edu-search").press("Enter")
    found = page.locator(".edu-hits .edu-list__title")
    assert sorted(found.all_inner_texts()) == sorted(TITLES)
    assert page.locator("#edu-search-again").input_value() == "bachlienhoa"

    # a word of sections too: the kind of result is chosen by a button, and stands in the address
    page.goto("/hoa-sen/vi/@@search?SearchableText=truong")
    page.locator(".edu-search__kinds button[value=news]").press("Enter")
    page.wait_for_url("**kind=news*")
    assert page.locator(".edu-search__kinds [aria-pressed=true]").get_attribute("value") == "news"
    assert found.all_inner_texts() == [TITLES[-1]]
