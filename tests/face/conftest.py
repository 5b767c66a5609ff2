"""Pages as a browser gets them, and their words without the markup."""

from contextlib import contextmanager
from DateTime import DateTime
from eduportal import sections
from eduportal.interfaces import IEduportal
from lxml import html
from plone import api
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from plone.app.testing import TEST_USER_PASSWORD
from plone.app.testing import setRoles
from plone.app.textfield import RichTextValue
from plone.testing.zope import Browser
from zope.component.hooks import setSite
from zope.globalrequest import setRequest
from zope.interface import alsoProvides
import pytest
import transaction


class Page:
    """A page that was answered."""

    def __init__(self, contents: str):
        self.tree = html.fromstring(contents.encode())

    def words(self, selector: str) -> str:
        """The text of the one element that matches, in single spaces."""
        (found,) = self.tree.cssselect(selector)
        return spaced(found)

    def all_words(self, selector: str) -> list[str]:
        return [spaced(one) for one in self.tree.cssselect(selector)]

    def values(self, selector: str, attribute: str) -> list[str | None]:
        return [one.get(attribute) for one in self.tree.cssselect(selector)]


def spaced(element) -> str:
    return " ".join(" ".join(element.itertext()).split())


@pytest.fixture
def visit(functional):
    """Open a path of the portal, as a visitor or as somebody signed in."""

    def open_page(path: str, signed_in: bool = False, host: str = "http://nohost") -> Page:
        browser = Browser(functional["app"])
        browser.handleErrors = False
        if signed_in:
            browser.addHeader("Authorization", f"Basic {TEST_USER_NAME}:{TEST_USER_PASSWORD}")
        browser.open(f"{host}/plone{path}")
        return Page(browser.contents)

    return open_page


@pytest.fixture
def publish(functional, functional_portal):
    """Create something published in a section; committed, because pages are asked for by HTTP."""

    def create(section_id: str, title: str, language="vi", type="Document", text="", **fields):
        with _managing(functional_portal):
            # a page asked for before has taken site and request with it
            setSite(functional_portal)
            setRequest(functional["request"])
            alsoProvides(functional["request"], IEduportal)
            if text:
                fields["text"] = RichTextValue(text, "text/html", "text/x-html-safe")
            folder = sections.find(section_id, language)
            content = api.content.create(folder, type, title=title, **fields)
            api.content.transition(content, "publish")
            content.effective_date = DateTime("2026/09/05 08:00:00 Asia/Ho_Chi_Minh")
            content.reindexObject()
            transaction.commit()
        return content

    return create


@pytest.fixture
def managing(functional_portal):
    """``with managing():`` the signed-in test user is a Manager, also for pages asked meanwhile."""

    @contextmanager
    def manage():
        with _managing(functional_portal):
            transaction.commit()
            yield
        transaction.commit()

    return manage


@contextmanager
def _managing(portal):
    setRoles(portal, TEST_USER_ID, ["Manager"])
    yield
    setRoles(portal, TEST_USER_ID, ["Member"])
