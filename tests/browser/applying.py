"""Filling in a service's form as people do, whatever it asks."""

from io import BytesIO
from PIL import Image
from playwright.sync_api import Page
import re

CODE = re.compile(r"HS(?:-[0-9A-Z]{4}){3}")
ANSWERS = {
    "pupil_name": "Trần Bé Mẫu",
    "birth_date": "2019-05-31",
    "phone": "0912 345 678",
    "email": "",
    "exam_year": "2020",
    "copies": "2",
}
PERSONAL_ID = "079219001234"
FIELD = "#service-form [name^='form.widgets.']"


def photo(width: int = 3000, height: int = 2000) -> dict:
    """A picture as a telephone's camera makes it."""
    stream = BytesIO()
    Image.effect_noise((width // 8, height // 8), 40).resize((width, height)).save(stream, "JPEG")
    return {"name": "IMG_0001.jpg", "mimeType": "image/jpeg", "buffer": stream.getvalue()}


def fill_in(page: Page, applicant: str = "Nguyễn Thị Đào", consent: bool = True) -> None:
    """Every field gets an answer; files only where one is required."""
    answers = ANSWERS | {"applicant_name": applicant}
    for control in page.locator(FIELD).all():
        name = control.get_attribute("name").removeprefix("form.widgets.").partition(":")[0]
        kind = control.evaluate("one => one.type")
        if kind == "file":
            if control.evaluate("one => !!one.closest('.field').querySelector('.required')"):
                control.set_input_files(photo())
        elif kind == "checkbox":
            control.set_checked(consent)
        elif kind == "select-one":
            control.select_option(index=1)
        elif kind == "radio":
            control.check()
        elif kind != "hidden":
            control.fill(PERSONAL_ID if name.endswith("_id") else answers.get(name, "Mẫu"))


def send(page: Page) -> None:
    page.locator("#service-form [name='form.buttons.submit']").click()


def code_on(page: Page) -> str:
    """The code on the receipt."""
    page.locator("#edu-receipt").wait_for()
    return CODE.search(page.locator("#edu-receipt-code").inner_text()).group()


def look_up(page: Page, code: str, factor: str) -> None:
    page.locator("#edu-case-code").fill(code)
    page.locator("#edu-case-factor").fill(factor)
    page.locator(".edu-case-lookup button[type=submit]").click()
