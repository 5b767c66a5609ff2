"""Files: for everybody where everybody may see them, stored nowhere else where not."""

from plone import api
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
from tests.caching.conftest import SIGNED_IN
from urllib.parse import urlsplit
import io
import PIL.Image
import re


def picture() -> bytes:
    stream = io.BytesIO()
    PIL.Image.new("RGB", (60, 40), "#2a6f97").save(stream, "PNG")
    return stream.getvalue()


def test_attachments_and_pictures_follow_who_may_see_them(front, folder):
    with front.manager():
        made = api.content.create(
            folder,
            "News Item",
            title="Tin có ảnh",
            image=NamedBlobImage(picture(), filename="a.png"),
        )
        api.content.transition(made, "publish")
        scale = made.restrictedTraverse("@@images").scale("image", width=30)
        loose = api.content.create(
            folder, "File", title="Tệp", file=NamedBlobFile(b"%PDF-1.4 ", filename="t.pdf")
        )
        api.content.transition(loose, "publish")
        address = urlsplit(scale.url).path.removeprefix("/plone")
        attached = urlsplit(loose.absolute_url()).path.removeprefix("/plone") + "/@@download/file"
    public = [front.get(one).headers["cache-control"] for one in (address, attached)]
    with front.manager():
        made.manage_permission("View", ["Member", "Manager"])
        loose.manage_permission("View", ["Member", "Manager"])
    private = [
        front.get(one, authorization=SIGNED_IN).headers["cache-control"]
        for one in (address, attached)
    ]
    refused = [front.get(one) for one in (address, attached)]

    assert public == ["public, max-age=604800", "public, max-age=0, must-revalidate"]
    assert private == ["private, no-store"] * 2
    assert [one.memory for one in refused] == [None, None]
    assert {one.status for one in refused} <= {302, 401, 410}


def test_files_of_the_theme_stay_for_a_year_at_an_address_with_their_hash(front):
    (style,) = re.findall(
        r'href="http://nohost/plone(/\+\+webresource[^"]+eduportal\.css)"', front.get("/vi").text
    )
    first, second = front.get(style, accept_encoding="gzip"), front.get(style)
    unhashed = front.get("/++theme++eduportal/css/eduportal.css")

    assert (first.memory, second.memory, unhashed.memory) == ("new", "kept", None)
    assert first.text == second.text == unhashed.text
    assert len(first.body) * 3 < len(second.body)
    assert [one.headers["cache-control"] for one in (first, unhashed)] == [
        "public, max-age=31536000, immutable",
        "public, max-age=86400",
    ]


def test_a_hash_before_an_items_address_makes_nothing_of_it_last(front, folder):
    page = front.page(folder, "Trang thường")
    path = urlsplit(page.absolute_url()).path.removeprefix("/plone")
    answer = front.get(f"/++webresource++abc{path}")
    assert "immutable" not in answer.headers.get("cache-control", "")
    with front.manager():
        page.manage_permission("View", ["Manager"])
    assert "Trang thường" not in front.get(f"/++webresource++abc{path}").text
