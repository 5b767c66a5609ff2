"""Pages of a portal in process, asked for by a browser that takes errors as answers."""

from plone.testing.zope import Browser
from tests.face.conftest import managing
from tests.face.conftest import publish
import pytest

__all__ = ["managing", "publish"]


@pytest.fixture
def opened(functional):
    """Open a path of the portal as a visitor; the browser with its answer."""

    def open_page(path: str, accept: str = "text/html") -> Browser:
        browser = Browser(functional["app"])
        browser.raiseHttpErrors = False
        browser.addHeader("Accept", accept)
        browser.open(f"http://nohost/plone{path}")
        return browser

    return open_page
