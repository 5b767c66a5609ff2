"""A head teacher with a phone: from the message to the decision, in a real browser."""

from playwright.sync_api import expect
from tests.browser.people import PHONE
from tests.desk.conftest import path_of
from tests.editorial.conftest import PASSWORD
import pytest
import transaction


@pytest.fixture
def phone(chromium, office):
    """``phone(path)``: a page of a phone in Vietnamese, nobody signed in."""
    context = chromium.new_context(locale="vi-VN", permissions=["clipboard-read"], **PHONE)
    context.set_default_timeout(20_000)

    def open_page(path):
        page = context.new_page()
        page.goto(f"{office.url}{path}")
        return page

    yield open_page
    context.close()


def sign_in(page, person):
    page.locator("#__ac_name").fill(person)
    page.locator("#__ac_password").fill(PASSWORD)
    page.locator("#buttons-login").click()
    page.locator(".edu-utility a[href$='/logout']").wait_for()


def sideways(page) -> int:
    """By how many pixels the page is wider than the phone."""
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


def test_a_link_in_a_message_leads_through_the_sign_in_to_the_item_and_its_buttons(
    phone, write, office
):
    item = write("submitted", title="Hội khỏe Phù Đổng cấp trường năm học 2026-2027")
    transaction.commit()

    page = phone(f"{path_of(item)}/@@review")
    sign_in(page, "chief")

    assert page.url == f"{office.url}{path_of(item)}/@@review"
    assert sideways(page) <= 0
    first = page.locator(".edu-review__steps a").first
    assert first.get_attribute("href").startswith(
        f"{office.url}{path_of(item)}/@@step?step=publish"
    )
    assert first.bounding_box()["height"] >= 44


def test_the_message_for_zalo_is_copied_with_one_tap(phone, write, office):
    item = write("published", title="Họp cha mẹ học sinh")
    transaction.commit()
    page = phone("/login")
    sign_in(page, "chief")
    page.goto(f"{office.url}{path_of(item)}/@@review")

    page.locator("[data-message-copy]").click()

    expect(page.locator("[data-message] [role=status]")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.split("\n") == ["Họp cha mẹ học sinh", f"{office.url}{path_of(item)}"]


def test_several_items_are_ticked_at_once_and_approved_at_the_desk(phone, write):
    for number in range(3):
        write("submitted", title=f"Văn bản {number}")
    transaction.commit()
    page = phone("/login")
    sign_in(page, "chief")
    assert sideways(page) <= 0
    assert page.locator(".edu-door").count() == 4

    page.locator("#bulk-page").check()
    page.locator("#bulk-confirmed").check()
    page.locator("button[name=step][value=publish]").click()

    expect(page.locator("[role=status] .alert-success")).to_contain_text("3")
    assert page.locator(".edu-desk-empty").count() == 1
    assert sideways(page) <= 0
