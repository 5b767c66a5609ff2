"""Files as a visitor saves them, and their words."""

from io import BytesIO
from PIL import Image
from plone.namedfile.file import NamedBlobImage
from plone.testing.zope import Browser
from tests.editorial.conftest import office
from tests.editorial.conftest import write
from tests.face.conftest import managing
from tests.face.conftest import publish
from tests.face.conftest import visit
import pypdfium2
import pytest

__all__ = ["managing", "office", "publish", "visit", "write"]


def words(data: bytes) -> str:
    """The text of all pages in single spaces."""
    document = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).replace("\ufffe", "").split())


def pictures(data: bytes) -> int:
    """How many pictures the pages show."""
    kind = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
    document = pypdfium2.PdfDocument(data)
    return sum(1 for page in document for one in page.get_objects() if one.type == kind)


class Answer:
    """What came back: ``status``, ``headers`` (any case) and ``data``."""

    def __init__(self, browser) -> None:
        self.status = int(browser.headers["status"][:3])
        self.headers = browser.headers
        self.data = browser._response.body


@pytest.fixture
def save(functional, visit):
    """Ask for a path's file as a visitor."""

    def get(path: str, headers: tuple = ()) -> Answer:
        browser = Browser(functional["app"])
        browser.raiseHttpErrors = False
        for name, value in headers:
            browser.addHeader(name, value)
        browser.open(f"http://nohost/plone{path}/@@pdf")
        return Answer(browser)

    return get


@pytest.fixture
def photograph() -> NamedBlobImage:
    stream = BytesIO()
    Image.new("RGBA", (900, 600), (0, 0, 120, 128)).save(stream, "PNG")
    return NamedBlobImage(stream.getvalue(), "image/png", "anh.png")
