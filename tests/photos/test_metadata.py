"""Plain Python: what a picture tells besides what it shows."""

from eduportal.photos import UnreadablePicture
from eduportal.photos import bare
from eduportal.photos import fitted
from eduportal.photos.pasted import without_metadata
from io import BytesIO
from PIL import Image
from PIL import ImageCms
from tests.photos.conftest import SECRET
from tests.photos.conftest import pixels
from tests.photos.conftest import taken
import base64
import pytest

KINDS = {
    "AVIF": "image/avif",
    "HEIF": "image/jpeg",
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "TIFF": "image/jpeg",
    "WEBP": "image/webp",
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_keeps_what_it_shows_and_nothing_else(kind):
    picture = bare(taken(kind))
    opened = Image.open(BytesIO(picture.data))

    assert SECRET not in picture.data
    assert (picture.type, pixels(picture.data)) == (KINDS[kind], ((400, 300), "red", "blue"))
    assert (dict(opened.getexif()), opened.info.get("xmp"), opened.info.get("comment")) == (
        {},
        None,
        None,
    )
    assert bare(picture.data).data == picture.data


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_picture_itself_is_the_same_to_the_last_point(kind):
    data = taken(kind)
    before, after = (Image.open(BytesIO(one)).convert("RGB") for one in (data, bare(data).data))

    assert before.tobytes() == after.tobytes()


def test_a_picture_that_lies_on_its_side_is_turned():
    data = taken(orientation=6)
    assert pixels(data) == ((400, 300), "red", "blue")

    assert pixels(bare(data).data) == ((300, 400), "blue", "red")


def test_what_follows_the_picture_in_its_file_goes():
    data = taken() + b"second picture of a telephone " + SECRET

    assert bare(data).data == bare(taken()).data


def test_the_colour_profile_stays():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    stream = BytesIO()
    Image.new("RGB", (20, 20), "red").save(stream, format="JPEG", icc_profile=profile)

    assert Image.open(BytesIO(bare(stream.getvalue()).data)).info["icc_profile"] == profile


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<svg/>", b"%PDF-1.7", b"RIFF1234WAVE"])
def test_what_is_no_camera_picture_is_left_alone(data):
    assert bare(data) is None


@pytest.mark.parametrize("data", [b"\xff\xd8\xff\xe1", b"\x89PNG\r\n\x1a\n123", b"II*\0xxxx"])
def test_a_broken_picture_is_refused(data):
    with pytest.raises(UnreadablePicture):
        bare(data)


def test_a_picture_cut_short_loses_its_position_and_is_no_album_picture():
    data = taken(size=(800, 600))
    cut = bare(data[: len(data) - 200]).data

    assert SECRET not in cut
    with pytest.raises(UnreadablePicture):
        fitted(data[: len(data) // 2])


def test_pictures_for_an_album_are_at_most_2000_points_long():
    large = fitted(taken(size=(4000, 3000)))
    png = fitted(taken("PNG", size=(1000, 2500)))
    small = taken(size=(640, 480))

    assert pixels(large.data) == ((2000, 1500), "red", "blue")
    assert (png.type, pixels(png.data)[0]) == ("image/png", (800, 2000))
    assert fitted(small).data == bare(small).data
    with pytest.raises(UnreadablePicture):
        fitted(b"GIF89a")


def test_pictures_pasted_into_a_text_are_bare_as_well():
    address = "data:image/jpeg;base64," + base64.b64encode(taken()).decode()
    text = without_metadata(f'<p>Tin <img src="{address}" alt="x" /></p>')
    kept = text.partition("base64,")[2].partition('"')[0]

    assert text.startswith('<p>Tin <img src="data:image/jpeg;base64,')
    assert base64.b64decode(kept) == bare(taken()).data
    assert (
        without_metadata('<img src="data:image/png;base64,iVBORw0KGgo=">') == '<img src="data:,">'
    )
