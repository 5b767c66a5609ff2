"""Pictures come in the sizes and the format that a screen needs, to whoever may see them."""

from io import BytesIO
from lxml import html
from PIL import Image
from plone import api
from plone.dexterity.utils import createContentInContainer
import re
import requests
import transaction

ADDRESS = re.compile(r"(.+)/@@images/image-(\d+)-[0-9a-f]{32}\.(\w+)")


def sizes(srcset):
    """Suffix and widths of the addresses offered."""
    found = [ADDRESS.fullmatch(one.split()[0]) for one in srcset.split(", ")]
    widths = [one.split()[1] for one in srcset.split(", ")]
    return {match[3] for match in found}, widths


def shown(office, content, person=""):
    page = html.fromstring(office.ask(person, "GET", office.address(content)).content)
    return page.xpath("//main")[0]


def test_an_articles_picture_is_offered_in_sizes_and_as_webp(office, write, photograph):
    item = write("published", title="Khai giảng", image=photograph(), image_caption="Sân trường")
    transaction.commit()

    (picture,) = shown(office, item).xpath(".//picture")
    (source,), (image,) = picture.xpath("source"), picture.xpath("img")

    assert sizes(image.get("srcset")) == (
        {"jpeg"},
        ["200w", "400w", "600w", "800w", "1000w", "1200w"],
    )
    assert sizes(source.get("srcset"))[0] == {"webp"}
    assert {name: image.get(name) for name in ("width", "height", "alt", "fetchpriority")} == {
        "width": "800",
        "height": "533",
        "alt": "",
        "fetchpriority": "high",
    }
    assert image.get("loading") is None
    address = source.get("srcset").split()[0]
    answer = requests.get(address)
    drawn = Image.open(BytesIO(answer.content))
    assert (answer.headers["Content-Type"], drawn.format, drawn.size) == (
        "image/webp",
        "WEBP",
        (200, 133),
    )
    assert len(answer.content) < len(requests.get(image.get("srcset").split()[0]).content)
    assert requests.get(address).content == answer.content


def test_a_list_needs_no_object_for_its_pictures(office, write, photograph):
    item = write("published", title="Khai giảng", image=photograph(), description="Ngày 5/9")
    transaction.commit()

    section = shown(office, item.aq_parent)
    (image,) = section.xpath(".//picture/img")

    assert (image.get("width"), image.get("loading"), image.get("sizes"), image.get("alt")) == (
        "200",
        "lazy",
        "8rem",
        "",
    )
    assert sizes(image.get("srcset")) == ({"jpeg"}, ["200w", "400w"])


def test_pictures_in_texts_get_sizes_too_and_keep_what_their_editor_gave(
    office, write, photograph, rich
):
    with api.env.adopt_roles(["Manager"]):
        parent = write("published").aq_parent
        loose = createContentInContainer(parent, "Image", title="Ảnh", image=photograph())
        uid = loose.UID()
        text = (
            f'<p><img alt="Lễ &quot;khai giảng&quot;" class="image-right" data-scale="large" '
            f'src="resolveuid/{uid}/@@images/image/preview" /></p>'
            '<p><img alt="xa" src="https://example.org/a.png" /></p>'
            f'<p><img alt="biến thể" data-picturevariant="medium" '
            f'src="resolveuid/{uid}/@@images/image/large" /></p>'
        )
        item = write("published", title="Có ảnh trong bài", text=rich(text))
    transaction.commit()

    first, far, variant = shown(office, item).xpath(".//*[@id='parent-fieldname-text']//img")

    assert (first.get("alt"), first.get("class"), first.get("width"), first.get("loading")) == (
        'Lễ "khai giảng"',
        "image-right",
        "400",
        "lazy",
    )
    assert sizes(first.get("srcset")) == ({"jpeg"}, ["200w", "400w", "600w", "800w"])
    assert first.getprevious().get("type") == "image/webp"
    assert (far.get("src"), far.get("loading")) == ("https://example.org/a.png", "lazy")
    assert sizes(variant.get("srcset"))[0] == {"jpeg"}
    assert len(variant.getparent().xpath("source")) == 1
    answer = requests.get(first.getprevious().get("srcset").split()[0])
    assert answer.headers["Content-Type"] == "image/webp"


def test_the_twin_of_a_hidden_picture_is_as_hidden(office, write, photograph):
    draft = write("draft", title="Bí mật", image=photograph())
    transaction.commit()
    image = shown(office, draft, "chief").xpath(".//picture/source")[0]
    address = image.get("srcset").split()[0]

    answers = {
        person: office.ask(person, "GET", address).headers.get("Content-Type")
        for person in ("", "chief")
    }
    assert answers["chief"] == "image/webp"
    assert answers[""] != "image/webp"


def test_nobody_makes_the_server_draw_other_sizes(office, write, photograph):
    item = write("published", image=photograph())
    transaction.commit()
    base = f"{office.address(item)}/@@images"
    asked = (
        f"{base}/image-333-{'0' * 32}.webp",
        f"{base}/image/999",
        f"{base}/image-400.webp",
    )
    assert {requests.get(address).status_code for address in asked} == {404}


def test_what_moves_and_what_is_small_stays_as_it_is(office, write, photograph):
    small = write("published", title="Nhỏ", image=photograph((120, 80), "PNG"))
    moving = write("published", title="Động", image=photograph((500, 300), "GIF"))
    transaction.commit()

    (image,) = shown(office, small).xpath(".//picture/img")
    assert (image.get("srcset"), image.get("width"), image.get("height")) == (None, "120", "80")
    (figure,) = shown(office, moving).cssselect("figure.edu-lead")
    assert [one.tag for one in figure] == ["img"]
