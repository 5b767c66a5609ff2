"""On whatever way a picture enters the portal, it leaves its position outside."""

from eduportal import sections
from eduportal.photos import bare
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
from tests.photos.conftest import SECRET
from tests.photos.conftest import pixels
from tests.photos.conftest import taken
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import base64
import pytest


@pytest.fixture
def news(portal):
    with api.env.adopt_roles(["Manager"]):
        yield sections.find("news")


def blob(kind="JPEG", suffix="jpg", **more):
    return NamedBlobImage(taken(kind, **more), filename=f"anh.{suffix}")


def test_lead_images_images_and_files_of_every_kind(news):
    item = createContentInContainer(news, "News Item", title="Tin", image=blob())
    loose = createContentInContainer(news, "Image", title="Ảnh", image=blob("HEIF", "heic"))
    file = createContentInContainer(
        news, "File", title="Tệp", file=NamedBlobFile(taken("PNG"), filename="a.png")
    )
    scan = createContentInContainer(
        news, "File", title="Bản quét", file=NamedBlobFile(taken("TIFF"), filename="a.tiff")
    )
    stored = {
        one.title: (value.filename, value.contentType, SECRET in value.data)
        for one in (item, loose, file, scan)
        for value in (getattr(one, "image", None) or one.file,)
    }

    assert stored == {
        "Tin": ("anh.jpg", "image/jpeg", False),
        "Ảnh": ("anh.jpg", "image/jpeg", False),
        "Tệp": ("a.png", "image/png", False),
        "Bản quét": ("a.tiff", "image/tiff", True),  # a document of pages, not a camera's picture
    }
    assert [getattr(one.image, "exif", None) for one in (item, loose)] == [None, None]


def test_a_picture_that_is_replaced_is_cleaned_and_a_clean_one_is_not_touched(news):
    item = createContentInContainer(news, "News Item", title="Tin", image=blob())
    first = item.image._blob
    item.title = "Tin khác"
    notify(ObjectModifiedEvent(item))
    assert item.image._blob is first
    item.image = blob(orientation=6)
    notify(ObjectModifiedEvent(item))

    assert SECRET not in item.image.data
    assert pixels(item.image.data) == ((300, 400), "blue", "red")
    assert item.image.getImageSize() == (300, 400)


def test_no_version_keeps_what_was_cleaned(news):
    item = createContentInContainer(news, "News Item", title="Tin", image=blob())
    item.image = blob("WEBP", "webp")
    notify(ObjectModifiedEvent(item))
    repository = api.portal.get_tool("portal_repository")
    repository.save(item)
    kept = [one.object.image.data for one in repository.getHistory(item)]

    assert kept
    assert [SECRET in data for data in kept] == [False] * len(kept)


def test_a_picture_pasted_into_the_text_lies_beside_it_where_readers_can_see_it(news):
    address = "data:image/jpeg;base64," + base64.b64encode(taken()).decode()
    text = RichTextValue(f'<p><img src="{address}" /></p>', "text/html", "text/x-html-safe")
    item = createContentInContainer(news, "News Item", title="Tin", text=text)
    uid = item.text.raw.partition("resolveuid/")[2][:32]
    picture = api.content.get(UID=uid)

    assert item.text.raw == f'<p><img src="../resolveuid/{uid}/@@images/image/large" /></p>'
    assert (picture.title, picture.image.data) == ("Tin", bare(taken()).data)
    assert picture.getPhysicalPath()[:-1] == news.getPhysicalPath()


def rest_image(data, name="anh.jpg"):
    return {
        "filename": name,
        "content-type": "image/jpeg",
        "encoding": "base64",
        "data": base64.b64encode(data).decode(),
    }


def served(office, address):
    return office.ask("editor", "GET", address).content


def test_rest_tus_and_the_upload_of_the_editor(office):
    section = office.address(sections.find("news"))
    made = office.rest(
        "contributor",
        "POST",
        section,
        json={"@type": "Image", "title": "Ảnh", "image": rest_image(taken())},
    )
    lead = office.rest(
        "contributor",
        "POST",
        section,
        json={"@type": "News Item", "title": "Tin", "image": rest_image(taken())},
    )
    addresses = [made.json()["@id"], lead.json()["@id"], tus(office, section), drop(office)]
    files = [served(office, f"{address}/@@images/image") for address in addresses]
    scales = [served(office, f"{address}/@@images/image/preview") for address in addresses]

    assert [(data[:2], SECRET in data, b"Exif" in data) for data in files + scales] == [
        (b"\xff\xd8", False, False)
    ] * 8


def tus(office, section):
    data = taken()
    name, kind, type_ = (
        base64.b64encode(one).decode() for one in (b"a.jpg", b"image/jpeg", b"Image")
    )
    opened = office.ask(
        "contributor",
        "POST",
        f"{section}/@tus-upload",
        headers={
            "Accept": "application/json",
            "Tus-Resumable": "1.0.0",
            "Upload-Length": str(len(data)),
            "Upload-Metadata": f"filename {name},content-type {kind},@type {type_}",
        },
    )
    sent = office.ask(
        "contributor",
        "PATCH",
        opened.headers["Location"],
        headers={
            "Accept": "application/json",
            "Content-Type": "application/offset+octet-stream",
            "Tus-Resumable": "1.0.0",
            "Upload-Offset": "0",
        },
        data=data,
    )
    assert sent.status_code == 204, sent.text
    return sent.headers["Location"]


def drop(office):
    """What TinyMCE and the contents screen send."""
    section = office.address(sections.find("news"))
    answer = office.ask(
        "contributor",
        "POST",
        f"{section}/@@fileUpload",
        data={"_authenticator": office.token("contributor")},
        files={"file": ("tha.jpg", taken(), "image/jpeg")},
    )
    return answer.json()["url"].removesuffix("/view")


def test_a_broken_picture_gets_a_sentence(office):
    section = office.address(sections.find("news"))
    answer = office.ask(
        "contributor",
        "POST",
        section,
        headers={"Accept": "application/json", "Accept-Language": "en"},
        json={"@type": "Image", "title": "Hỏng", "image": rest_image(b"\xff\xd8\xff\xe1")},
    )

    assert answer.status_code == 400
    assert "như một ảnh" in answer.json()["message"]
