"""Pictures behind a real HTTP server."""

from io import BytesIO
from PIL import Image
from plone.app.textfield import RichTextValue
from plone.namedfile.file import NamedBlobImage
from tests.editorial.conftest import office
from tests.editorial.conftest import write
import pytest

__all__ = ["office", "write"]


@pytest.fixture
def photograph():
    """A landscape with something in every corner, as a field's value."""

    def take(size=(1300, 867), kind="JPEG"):
        small = Image.effect_noise((130, 87), 60).convert("RGB")
        stream = BytesIO()
        small.resize(size).save(stream, kind)
        return NamedBlobImage(stream.getvalue(), f"image/{kind.lower()}", f"anh.{kind.lower()}")

    return take


@pytest.fixture
def rich():
    def text(markup):
        return RichTextValue(markup, "text/html", "text/x-html-safe")

    return text
