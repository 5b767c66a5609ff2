"""An application from telephone to result: over a broken line, without scripts, with a fee."""

from tests.accessibility.sweep import axe
from tests.browser.applying import code_on
from tests.browser.applying import fill_in
from tests.browser.applying import look_up
from tests.browser.applying import send
from tests.browser.people import PHONE
from tests.browser.people import sign_in
from tests.browser.services import Office
from tests.district import PASSWORD
import pytest
import re
import requests
import secrets

BIRTHDAY = "31/05/2019"
STATUS = "/hoa-sen/vi/thu-tuc/tra-cuu-ho-so"
STATUS_EN = "/hoa-sen/en/@@case-status"
CASHIER = "/hoa-sen/en/@@payments"
SECRET = "mot-bi-mat-chi-de-thu"


@pytest.fixture(scope="module")
def office(district):
    made = Office(f"{district.url}/hoa-sen")
    made.employ()
    yield made
    made.close()


@pytest.fixture(scope="module")
def enrolment(office):
    return office.add("grade-1")


@pytest.fixture(scope="module")
def copies(office):
    """A service with a fee; its path, and that of its English form."""
    office.set(bank="970436", account="0011 0012 34567", holder="TRUONG TIEU HOC HOA SEN")
    path = office.add("certificate-copy", fee=20_000)
    found = office.rest.ask("GET", f"{path}/to-khai/@translations").json()["items"]
    yield path, next(one["@id"] for one in found if one["language"] == "en")
    office.set(bank=None, account="", holder="", provider="vietqr")


def test_a_parent_enrols_a_child_although_the_line_breaks_and_reads_the_result(window, enrolment):
    page = window(f"/hoa-sen{enrolment}", **PHONE)
    page.locator("a[href$='/to-khai']").first.tap()
    page.locator("#service-form").wait_for()
    parent = f"Lê Thị {secrets.token_hex(4)}"
    fill_in(page, applicant=parent)
    lost = []

    def line(route):
        """The first answer never arrives: the portal has the application, the parent a fault."""
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    page.route("**/to-khai", line)
    send(page)
    code = code_on(page)
    assert lost == [200]
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert code not in page.url
    page.reload()
    assert code_on(page) == code

    officer = window("/hoa-sen/vi")
    sign_in(officer, "can.bo", PASSWORD)
    officer.goto("/hoa-sen/vi/@@cases")
    mine = officer.locator("main a", has_text=re.compile(code))
    assert mine.count() == 1
    assert officer.locator("main").inner_text().count(parent) == 1
    mine.click()
    assert "Trần Bé Mẫu" in officer.locator("main").inner_text()
    with officer.expect_navigation():
        officer.locator("button[name=step][value=process]").click()
    officer.locator("#case-message").fill("Nhà trường đã nhận cháu vào lớp 1A.")
    with officer.expect_navigation():
        officer.locator("button[name=step][value=approve]").click()
    assert officer.locator("button[name=step][value=hand_over]").count() == 1

    page.goto(STATUS)
    look_up(page, code, "01/01/2019")
    page.locator("#edu-case-error").wait_for()
    assert page.locator("[data-state]").count() == 0
    look_up(page, code, BIRTHDAY)
    page.locator("[data-state=approved]").wait_for()
    told = page.locator("main").inner_text()
    assert "Nhà trường đã nhận cháu vào lớp 1A." in told
    assert "Trần Bé Mẫu" not in told and parent not in told
    assert code not in page.url
    assert [str(one) for one in axe(page)] == []


def test_without_scripts_a_mistake_comes_back_with_the_answers_and_is_mended(window, copies):
    page = window(copies[1], java_script_enabled=False, **PHONE)
    assert page.locator("html").get_attribute("lang") == "en"
    fill_in(page, consent=False)
    send(page)
    assert page.locator("#edu-receipt").count() == 0
    name = page.locator("[name='form.widgets.applicant_name']")
    assert name.input_value() == "Nguyễn Thị Đào"
    fill_in(page)
    send(page)
    code = code_on(page)

    page.goto(STATUS_EN)
    look_up(page, code.lower().replace("-", " "), "+84 912345678")
    assert page.locator("[data-state=received]").count() == 1
    page.locator("details", has=page.locator("input[name=confirm]")).locator("summary").click()
    page.locator("input[name=confirm]").check()
    page.locator("form", has=page.locator("input[name=confirm]")).locator("button").click()
    assert page.locator("[data-state=withdrawn]").count() == 1
    assert page.locator(".edu-fee__state").inner_text() == "Nothing to pay"


def test_a_fee_is_paid_by_vietqr_and_confirmed_by_the_cashier(window, copies):
    page = window(copies[1], **PHONE)
    fill_in(page)
    send(page)
    code = code_on(page)
    purpose = code.replace("-", "")
    assert purpose in page.locator(".edu-vietqr").inner_text()
    assert page.locator(".edu-vietqr svg").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert [str(one) for one in axe(page)] == []

    page.goto(STATUS_EN)
    look_up(page, code, BIRTHDAY)
    page.locator("[data-edu-copy=edu-pay-purpose]").tap()
    page.get_by_role("button", name="Copied").wait_for()
    page.locator(".edu-fee form button").tap()
    page.locator(".edu-fee form").wait_for(state="detached")

    cashier = window("/hoa-sen/vi", **PHONE)
    cashier.goto("/hoa-sen/login")
    cashier.locator("#__ac_name").fill("thu.quy")
    cashier.locator("#__ac_password").fill(PASSWORD)
    cashier.locator("#__ac_password").press("Enter")
    cashier.wait_for_url(lambda url: "login" not in url)
    cashier.goto(CASHIER)
    assert "Nguyễn Thị Đào" not in cashier.content()
    assert [str(one) for one in axe(cashier)] == []
    statement = f"22/11/2026 +20.000 MBVCB.{purpose}.CT tu 0011"
    cashier.locator("#edu-pay-statement").fill(statement)
    cashier.locator("form", has=cashier.locator("#edu-pay-statement")).locator("button").tap()
    cashier.locator("button[name=confirm]").tap()
    cashier.get_by_text("1 payments were confirmed").wait_for()

    page.goto(STATUS_EN)
    look_up(page, code, BIRTHDAY)
    assert page.locator(".edu-fee__state").inner_text() == "Paid"
    assert page.locator(".edu-vietqr").count() == 0


def test_a_fee_is_paid_through_a_provider_without_scripts(window, office, copies, district):
    allowed = district.var / "payments.toml"
    allowed.write_text(f'[test]\nsecret = "{SECRET}"\n')
    office.set(provider="test")
    try:
        page = window(copies[1], java_script_enabled=False, **PHONE)
        fill_in(page)
        send(page)
        code = code_on(page)
        page.locator(".edu-test-payment button").click()
        page.locator("form[action$='@@payment-callback/test'] button").click()
        assert page.locator("main .alert-success").count() == 1
        page.goto(STATUS_EN)
        look_up(page, code, BIRTHDAY)
        assert page.locator(".edu-fee__state").inner_text() == "Paid"
    finally:
        office.set(provider="vietqr")
        allowed.unlink()
    closed = requests.post(f"{office.url}/@@payment-callback/test", timeout=30)
    assert closed.status_code == 404
