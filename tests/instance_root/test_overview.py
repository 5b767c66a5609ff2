"""The page at Zope's root."""

from datetime import date
from eduportal.instance_root.overview import PortalEntry
from eduportal.interfaces import IInstance
from eduportal.mandate import kinds
from eduportal.units.settings import PREFIX
from lxml import html
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.testing.zope import Browser
from zope.component.hooks import setSite
from zope.interface import alsoProvides
import pytest
import transaction


@pytest.fixture
def root(functional):
    """The page as a visitor, or the instance's administrator, gets it."""
    app = functional["app"]
    alsoProvides(app, IInstance)
    transaction.commit()

    def open_page(administrator: bool = False):
        browser = Browser(app)
        browser.handleErrors = False
        if administrator:
            browser.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")
        # Zope makes its root's index_html when it starts; a test's Zope has not been started
        setSite(None)
        browser.open("http://nohost/index_html")
        return html.fromstring(browser.contents)

    return open_page


def spaced(element) -> str:
    return " ".join(" ".join(element.itertext()).split())


def test_a_visitor_finds_the_portals_in_both_languages(root):
    page = root()
    assert spaced(page.cssselect("main")[0]) == (
        "Trường Tiểu học Hoa Sen (mẫu) Hoa Sen Primary School (sample)"
    )
    assert [(link.get("href"), link.get("lang")) for link in page.cssselect("main a")] == [
        ("http://nohost/plone/vi", None),
        ("http://nohost/plone/en", "en"),
    ]


def test_members_stand_below_their_parent_by_kind(root, functional):
    portal = functional["portal"]
    names = ["phong", "C2", "C1"]
    top, lower, primary = (
        PortalEntry(code, code, code, portal.absolute_url(), "", kinds()[code]) for code in names
    )
    top.members = [lower, primary]
    assert [(kind.code, [one.id for one in group]) for kind, group in top.by_kind] == [
        ("C1", ["C1"]),
        ("C2", ["C2"]),
    ]


def test_a_closed_portal_is_not_listed(root, functional):
    functional["portal"].portal_registry[f"{PREFIX}.closed_on"] = date(2026, 7, 1)
    transaction.commit()
    assert spaced(root().cssselect("main")[0]) == "Chưa có cổng nào. There is no portal yet."


def test_the_administrator_gets_the_way_to_provisioning(root):
    links = [link.get("href") for link in root(administrator=True).cssselect("main .edu-note a")]
    assert links == [
        "http://nohost/@@provision",
        "http://nohost/@@ploneAddSite?distribution=eduportal",
        "http://nohost/manage_main",
    ]


def test_the_page_has_its_style_without_a_site(root, functional):
    (sheet,) = [link.get("href") for link in root().cssselect("link[rel=stylesheet]")]
    browser = Browser(functional["app"])
    browser.open(sheet)
    assert browser.headers["Content-Type"].startswith("text/css")
