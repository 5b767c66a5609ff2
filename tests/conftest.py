"""Fixtures of the whole suite: ``portal`` is one school's portal, in process."""

from collections.abc import Iterator
from eduportal.interfaces import IEduportal
from eduportal.provisioning.requests import fresh
from eduportal.testing import SCHOOL_FUNCTIONAL
from eduportal.testing import SCHOOL_HTTP
from eduportal.testing import SCHOOL_INTEGRATION
from io import BytesIO
from openpyxl import Workbook
from pathlib import Path
from playwright.sync_api import Browser
from playwright.sync_api import sync_playwright
from Products.CMFPlone.factory import addPloneSite
from Products.CMFPlone.Portal import PloneSite
from pytest_plone import fixtures_factory
from tests.district import District
from zope.interface import noLongerProvides
import pytest
import shutil

STOCK = (
    "plone.app.contenttypes:default",
    "plone.restapi:default",
    "plonetheme.barceloneta:default",
    "plone.app.multilingual:default",
    "plone.app.caching:default",
    "collective.easyform:default",
)

# Nobody is asked for anything outside: the browser keeps to itself.
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

pytest_plugins = ["pytest_plone"]

globals().update(
    fixtures_factory(
        (
            (SCHOOL_FUNCTIONAL, "functional"),
            (SCHOOL_HTTP, "http"),
            (SCHOOL_INTEGRATION, "integration"),
        )
    )
)


@pytest.fixture(scope="session")
def units_csv() -> Path:
    """A spreadsheet of three units: a Sở, a commune below it, a primary school below that."""
    return Path(__file__).parent / "units.csv"


@pytest.fixture(scope="session")
def district(tmp_path_factory, units_csv) -> Iterator[District]:
    """The three units' portals, running; tests that change a portal put it back."""
    made = District(tmp_path_factory.mktemp("district"))
    done = made.command("provision", str(units_csv))
    assert done.returncode == 0, done.stdout + done.stderr
    made.start()
    yield made
    assert made.stop() == 0


@pytest.fixture
def plain(portal) -> Iterator[PloneSite]:
    """A Plone site beside the portal, in the same process, to which nobody applied the kit."""
    with fresh(portal.aq_parent) as app:
        addPloneSite(app, "plain", title="Trang cũ", setup_content=False, extension_ids=STOCK)
    with fresh(portal.aq_parent, "plain") as site:
        noLongerProvides(site.REQUEST, IEduportal)
        yield site


@pytest.fixture
def xlsx_of():
    """Bytes of a workbook with one sheet of the given lines; ``change`` gets the sheet."""

    def make(lines, title="Đơn vị", change=lambda sheet: None):
        book = Workbook()
        book.active.title = title
        for line in lines:
            book.active.append(line)
        change(book.active)
        stream = BytesIO()
        book.save(stream)
        return stream.getvalue()

    return make


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # A developer's own Chromium where there is one, else Playwright's.
        found = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield browser
        browser.close()
