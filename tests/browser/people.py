"""Who sits before the browser: a visitor with a phone, somebody who signs in, the administrator."""

from base64 import b64encode
from dataclasses import dataclass
from playwright.sync_api import Page
from tests.district import PASSWORD
import requests

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
ADMIN = ("admin", PASSWORD)
# Sent unasked: a portal answers with its sign-in form and not with a challenge.
BASIC = b64encode(f"admin:{PASSWORD}".encode()).decode()
AS_ADMIN = {"extra_http_headers": {"Authorization": f"Basic {BASIC}"}}


@dataclass
class Rest:
    """A school's portal over REST, as the instance's administrator."""

    url: str

    def ask(self, method: str, path: str, **body) -> requests.Response:
        answer = requests.request(
            method,
            f"{self.url}{path}",
            auth=ADMIN,
            headers={"Accept": "application/json"},
            json=body or None,
            timeout=60,
        )
        answer.raise_for_status()
        return answer


def sign_in(page: Page, login: str, password: str) -> None:
    """On a page of a portal: the way to the form, and through it."""
    page.get_by_role("link", name="Đăng nhập").click()
    page.get_by_label("Tên đăng nhập").fill(login)
    page.locator("input[type=password]").fill(password)
    page.get_by_role("button", name="Đăng nhập").click()
    page.get_by_role("link", name="Đăng xuất").wait_for()


def headings(page: Page) -> list[str]:
    """What the page says it is; there is to be one of it."""
    return page.get_by_role("heading", level=1).all_inner_texts()
