"""The panel as the people of a portal's board meet it, over HTTP."""

from eduportal.look.current import CACHED
from io import BytesIO
from lxml import html
from PIL import Image
from tests.editorial.conftest import office
from tests.editorial.conftest import write
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest
import pytest
import transaction

__all__ = ["office", "write"]


class Panel:
    """``@@look``, asked by one person."""

    def __init__(self, office, person="administrator"):
        self.office = office
        self.person = person
        self.url = f"{office.url}/@@look"

    def page(self, address=""):
        answer = self.office.ask(self.person, "GET", address or self.url)
        assert answer.status_code == 200
        return html.fromstring(answer.content)

    def send(self, part, files=None, **values):
        data = {"part": part, "_authenticator": self.office.token(self.person), **values}
        answer = self.office.ask(self.person, "POST", self.url, data=data, files=files)
        transaction.begin()
        # the registry remembers for the length of a request, and a test is one
        getRequest().other.pop("_plone_registry_cache", None)
        IAnnotations(getRequest()).pop(CACHED, None)
        return answer

    def refused(self, part, files=None, **values):
        """The page that a form comes back with."""
        return html.fromstring(self.send(part, files, **values).content)

    def problems(self, part, files=None, **values):
        """What is said about a form that is refused."""
        return self.said(self.refused(part, files, **values))

    def said(self, page):
        return [
            " ".join(one.text_content().split())
            for one in page.xpath("//*[@role='alert']//ul/li[a[starts-with(@href,'#look-')]]")
        ]

    def visit(self, path="/vi"):
        return html.fromstring(self.office.ask("", "GET", self.office.url + path).content)


@pytest.fixture
def panel(office):
    return Panel(office)


@pytest.fixture
def picture_file():
    """A file of a form with a picture in it."""

    def make(kind="PNG", size=(900, 300), mode="RGB", name="logo.png", **more):
        stream = BytesIO()
        Image.effect_noise(size, 80).convert(mode).save(stream, kind, **more)
        return (name, stream.getvalue(), f"image/{kind.lower()}")

    return make
