"""Pages that exist as answers alone: mistakes, receipt, status, an officer's case, the result."""

from base64 import b64encode
from playwright.sync_api import Page
from tests.accessibility.conftest import EDITOR
from tests.accessibility.sweep import SIDEWAYS
from tests.accessibility.sweep import UNTOLD
from tests.accessibility.sweep import axe
from tests.accessibility.sweep import grave
from tests.browser.applying import code_on
from tests.browser.applying import fill_in
from tests.browser.applying import look_up
from tests.browser.applying import send
from tests.browser.services import Office
from tests.district import PASSWORD
import pytest

NARROW = {"width": 320, "height": 640}
BIRTHDAY = "31/05/2019"
STATUS = {"vi": "/hoa-sen/vi/thu-tuc/tra-cuu-ho-so", "en": "/hoa-sen/en/@@case-status"}
REQUEST = "Xin ông/bà gửi thêm ảnh chụp văn bằng."
LANGUAGES = pytest.mark.parametrize("language", ["vi", "en"])


@pytest.fixture(scope="module")
def forms(furnished):
    """The form of a service with a fee, in each language."""
    office = Office(f"{furnished.url}/hoa-sen")
    office.employ()
    office.set(bank="970436", account="0011 0012 34567", holder="TRUONG TIEU HOC HOA SEN")
    path = office.add("certificate-copy", fee=20_000)
    found = office.rest.ask("GET", f"{path}/to-khai/@translations").json()["items"]
    english = next(one["@id"] for one in found if one["language"] == "en")
    yield {"vi": f"/hoa-sen{path}/to-khai", "en": english}
    office.set(bank=None, account="", holder="")
    office.close()


@pytest.fixture
def window(chromium, furnished):
    """``window(**options)``: one more reader, with a telephone's width."""
    contexts = []

    def open_window(**options) -> Page:
        context = chromium.new_context(base_url=furnished.url, viewport=NARROW, **options)
        contexts.append(context)
        return context.new_page()

    yield open_window
    for context in contexts:
        context.close()


def barriers(page: Page) -> list[str]:
    found = [str(one) for one in axe(page) if grave(one)] + page.evaluate(SIDEWAYS)
    foreign = page.locator("html").get_attribute("lang") == "en"
    return found + (page.evaluate(UNTOLD) if foreign else [])


@LANGUAGES
def test_a_form_that_comes_back_lists_its_mistakes_each_with_the_way_to_its_field(
    window, forms, language
):
    page = window(java_script_enabled=False)
    page.goto(forms[language])
    page.locator("#service-form [name='form.buttons.submit']").click()

    links = page.locator(".service-mistakes a").all()
    targets = [one.get_attribute("href").removeprefix("#") for one in links]
    wrong = page.locator("[aria-invalid=true]").evaluate_all("all => all.map(one => one.id)")
    assert targets == wrong and len(wrong) > 3
    assert [one.inner_text() for one in links if not one.inner_text().strip()] == []
    assert page.title().startswith({"vi": "Chưa gửi được – ", "en": "Not sent yet – "}[language])


@LANGUAGES
def test_a_case_is_followed_without_a_barrier_by_applicant_and_officer(window, forms, language):
    page = window()
    page.goto(forms[language])
    page.locator("#service-form [required]").evaluate_all(
        "all => all.forEach(one => one.removeAttribute('required'))"
    )
    send(page)
    page.locator(".service-mistakes").wait_for()
    assert barriers(page) == []

    fill_in(page)
    send(page)
    code = code_on(page)
    assert barriers(page) == []
    assert page.title().startswith({"vi": "Giấy tiếp nhận", "en": "Receipt"}[language])

    page.goto(STATUS[language])
    look_up(page, code, "01/01/2001")
    page.locator("#edu-case-error").wait_for()
    assert page.evaluate("document.activeElement.id") == "edu-case-code"
    assert barriers(page) == []
    look_up(page, code, BIRTHDAY)
    page.locator("[data-state=received]").wait_for()
    assert barriers(page) == []

    asked = b64encode(f"{EDITOR}:{PASSWORD}".encode()).decode()
    officer = window(extra_http_headers={"Authorization": f"Basic {asked}"})
    officer.goto(f"/hoa-sen/{language}/@@cases?worklist=all")
    officer.locator("main a", has_text=code).click()
    officer.locator("#case-message").wait_for()
    assert barriers(officer) == []
    for step, said in (("request_supplement", REQUEST), ("process", ""), ("approve", REQUEST)):
        officer.locator("#case-message").fill(said)
        with officer.expect_navigation():
            officer.locator(f"button[name=step][value={step}]").click()
        assert barriers(officer) == []

    page.goto(STATUS[language])
    look_up(page, code, BIRTHDAY)
    page.locator("[data-state=approved]").wait_for()
    with page.expect_navigation():
        page.locator(".edu-rating__face").first.click()
    assert barriers(page) == []
