"""``form.js`` on a phone: small pictures, several pages, a broken connection, a draft."""

from io import BytesIO
from PIL import Image
from pypdfium2 import PdfDocument
from tests.uploads import files
from tests.uploads.conftest import CHILD
from tests.uploads.conftest import PAPER
import pytest

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
PAPERS = f"[name='{PAPER}']"
SEND = "[name='form.buttons.submit']"
CHOSEN = f"Array.from(document.querySelector(`{PAPERS}`).files, file => [file.name, file.type])"


@pytest.fixture
def phone(chromium, offered):
    """``phone(**options)``: a page of a browser of its own, with the form open in it."""
    contexts = []

    def open_form(**options):
        context = chromium.new_context(**(PHONE | options))
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(offered.url)
        return page

    yield open_form
    for context in contexts:
        context.close()


def fill(page):
    for name, value in CHILD.items():
        field = page.locator(f"#form-widgets-{name}, [name^='form.widgets.{name}']").first
        if name == "consent":
            page.locator("[name^='form.widgets.consent'][type=checkbox]").check()
        elif field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)


def picture(name, width, height):
    return {"name": name, "mimeType": "image/jpeg", "buffer": files.photo(width, height)}


def stored(case):
    (kept,) = case.files.values()
    with kept.blob.open() as stream:
        return kept, stream.read()


def test_a_camera_picture_is_sent_small_and_an_answer_that_was_lost_makes_no_second_case(
    phone, offered
):
    page = phone()
    fill(page)
    sent = []

    def unreliable(route):
        if route.request.method != "POST":
            return route.continue_()
        sent.append(len(route.request.post_data_buffer or b""))
        if len(sent) == 1:
            return route.abort("connectionreset")
        if len(sent) == 2:
            route.fetch()  # it arrives, its answer does not
            return route.abort("connectionreset")
        return route.continue_()

    page.route("**/to-khai", unreliable)
    page.set_input_files(PAPERS, picture("IMG_0001.JPG", 4000, 3000))
    page.wait_for_function(f"{CHOSEN}[0][0] === 'IMG_0001.jpg'")
    page.locator(SEND).click()
    for _failure in range(2):
        page.locator("[data-sending].alert-warning button").click()
    page.locator("#edu-receipt").wait_for()
    page.reload()
    page.locator("#edu-receipt").wait_for()

    (case,) = offered.cases()
    kept, data = stored(case)
    assert (kept.filename, Image.open(BytesIO(data)).size) == ("IMG_0001.jpg", (1600, 1200))
    assert (
        page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('edu-form:'))") == []
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_pages_are_put_in_order_and_a_mistake_costs_neither_answers_nor_files(phone, offered):
    page = phone()
    fill(page)
    page.fill("#form-widgets-phone", "12")
    page.set_input_files(PAPERS, [picture(f"{n}.jpg", 300 * n, 900) for n in (1, 2)])
    lines = page.locator(".edu-files + ol li, .edu-files ol li")
    lines.nth(1).wait_for()
    page.set_input_files(PAPERS, picture("3.jpg", 1800, 900))
    lines.nth(2).wait_for()
    lines.nth(2).locator("button").first.click()  # forward
    lines.nth(0).locator("button").last.click()  # away
    assert page.evaluate(CHOSEN) == [["3.jpg", "image/jpeg"], ["2.jpg", "image/jpeg"]]
    page.locator(SEND).click()

    page.locator(".fieldname-form\\.widgets\\.phone.error, .field.error").first.wait_for()
    assert offered.cases() == []
    assert page.evaluate(CHOSEN) == [["3.jpg", "image/jpeg"], ["2.jpg", "image/jpeg"]]
    assert page.input_value("#form-widgets-pupil_name") == CHILD["pupil_name"]
    page.fill("#form-widgets-phone", CHILD["phone"])
    page.locator(SEND).click()
    page.locator("#edu-receipt").wait_for()

    kept, data = stored(*offered.cases())
    with PdfDocument(data) as document:
        sizes = [tuple(round(side) for side in one.get_size()) for one in document]
    assert (kept.filename, kept.content_type) == ("3.pdf", "application/pdf")
    assert sizes == [(842, 595), (595, 842)]


def test_what_was_typed_is_offered_again_without_files_and_consent(phone, offered):
    page = phone()
    fill(page)
    page.set_input_files(PAPERS, picture("1.jpg", 300, 900))
    page.wait_for_function("Object.keys(localStorage).some(key => key.startsWith('edu-form:'))")
    page.goto(offered.url)
    kept = page.evaluate("JSON.stringify(localStorage)")
    assert (CHILD["pupil_name"] in kept, "consent" in kept, "token" in kept) == (True, False, False)
    assert page.input_value("#form-widgets-pupil_name") == ""

    page.locator("#service-form > .alert-info button").first.click()

    assert page.input_value("#form-widgets-pupil_name") == CHILD["pupil_name"]
    assert page.input_value("#form-widgets-gender") == CHILD["gender"]
    assert page.is_checked("[name^='form.widgets.consent'][type=checkbox]") is False
    assert page.evaluate(CHOSEN) == []
    page.goto(offered.url)
    page.locator("#service-form > .form-text button").click()
    page.fill("#form-widgets-pupil_name", "Ai đó")
    page.wait_for_timeout(1000)
    assert (
        page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('edu-form:'))") == []
    )


def test_without_javascript_several_photos_become_one_pdf(phone, offered):
    page = phone(java_script_enabled=False)
    fill(page)
    page.set_input_files(PAPERS, [picture(f"{n}.jpg", 600, 900) for n in (1, 2)])
    page.locator(SEND).click()
    page.locator("#edu-receipt").wait_for()

    kept, data = stored(*offered.cases())
    with PdfDocument(data) as document:
        assert (kept.filename, len(document)) == ("1.pdf", 2)


def test_a_supplement_that_was_taken_is_not_left_to_be_sent_twice(phone, offered):
    page = phone()
    fill(page)
    page.set_input_files(PAPERS, picture("1.jpg", 300, 900))
    page.locator(SEND).click()
    page.locator("#edu-receipt").wait_for()
    code = page.locator("#edu-receipt-code").inner_text()
    page.locator(".edu-receipt-link").click()
    page.fill("#edu-case-code", code)
    page.fill("#edu-case-factor", CHILD["phone"])
    page.locator(".edu-case-lookup button").click()
    page.set_input_files("#edu-case-new-files", picture("2.jpg", 300, 900))
    page.locator("button[value=message]").click()
    page.locator(".alert-success:focus").wait_for()
    assert page.locator("#edu-case-new-files").evaluate("one => one.files.length") == 0
    assert len(offered.cases()[0].messages) == 1
