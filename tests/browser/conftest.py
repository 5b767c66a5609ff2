"""One Chromium for all journeys; each journey gets windows of its own and leaves nothing behind."""

from collections.abc import Callable
from collections.abc import Iterator
from playwright.sync_api import Browser
from playwright.sync_api import Page
from tests.browser.people import Rest
from tests.district import PASSWORD
from tests.district import District
import pytest

STAFF = {"bien.tap": "editors", "truong.ban": "chief-editors"}


@pytest.fixture
def window(chromium: Browser, district: District) -> Iterator[Callable[..., Page]]:
    """``window(path)``: a person's own browser, opened at that address."""
    contexts = []

    def open_window(path: str, **options) -> Page:
        context = chromium.new_context(base_url=district.url, locale="vi-VN", **options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_window
    for context in contexts:
        context.close()


@pytest.fixture
def school(district: District) -> Rest:
    return Rest(f"{district.url}/hoa-sen")


@pytest.fixture
def staff(school: Rest) -> Iterator[dict[str, str]]:
    """An editor and a chief editor of the school: login by group."""
    for login, group in STAFF.items():
        school.ask(
            "POST",
            "/@users",
            username=login,
            email=f"{login}@tinhmau.edu.vn",
            password=PASSWORD,
        )
        school.ask("PATCH", f"/@groups/{group}", users={login: True})
    yield {group: login for login, group in STAFF.items()}
    for login in STAFF:
        school.ask("DELETE", f"/@users/{login}")
