"""Pages with what their head tells others, and pictures to tell of."""

from io import BytesIO
from PIL import Image
from plone.namedfile.file import NamedBlobImage
from tests.editorial.conftest import office
from tests.editorial.conftest import write
from tests.face.conftest import managing
from tests.face.conftest import publish
from tests.face.conftest import visit
import json
import pytest

__all__ = ["managing", "office", "publish", "visit", "write"]


def metas(page) -> dict:
    """Content by property or name, as link previews read it."""
    found = page.tree.cssselect("meta[property], meta[name^=twitter]")
    return {one.get("property") or one.get("name"): one.get("content") for one in found}


def graph(page) -> dict:
    """The nodes of a page's structured data by their type; {} where it has none."""
    scripts = page.tree.cssselect('script[type="application/ld+json"]')
    if not scripts:
        return {}
    (script,) = scripts
    data = json.loads(script.text)
    assert data["@context"] == "https://schema.org"
    return {node["@type"]: node for node in data["@graph"]}


@pytest.fixture
def photograph() -> NamedBlobImage:
    stream = BytesIO()
    Image.new("RGB", (1600, 900), "navy").save(stream, "JPEG")
    return NamedBlobImage(stream.getvalue(), "image/jpeg", "anh.jpg")
