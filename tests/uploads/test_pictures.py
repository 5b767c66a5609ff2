from eduportal.uploads import UploadRefused
from eduportal.uploads import accept
from eduportal.uploads import together
from io import BytesIO
from PIL import Image
from PIL import PngImagePlugin
from pypdfium2 import PdfDocument
from tests.uploads import files
import pytest
import struct
import zlib


def opened(upload):
    return Image.open(BytesIO(upload.data))


@pytest.mark.parametrize(
    "kind, options, stored",
    [
        ("JPEG", {}, ("Giấy khai sinh.jpg", "image/jpeg", "JPEG")),
        ("JPEG", {"progressive": True}, ("Giấy khai sinh.jpg", "image/jpeg", "JPEG")),
        ("PNG", {}, ("Giấy khai sinh.png", "image/png", "PNG")),
        ("HEIF", {}, ("Giấy khai sinh.jpg", "image/jpeg", "JPEG")),
    ],
)
def test_a_photo_is_kept_as_pixels_alone_whatever_its_name_says(kind, options, stored):
    sent = files.photo(3000, 1500, kind, **options)
    assert Image.open(BytesIO(sent)).getexif()[0x010F] == "Camera"

    upload = accept("birth_certificate", "Giấy khai sinh.docx", sent)

    picture = opened(upload)
    assert (upload.filename, upload.content_type, picture.format) == stored
    assert (dict(picture.getexif()), picture.size) == ({}, (2400, 1200))
    assert b"Camera" not in upload.data


def test_a_photo_that_lies_on_its_side_is_turned():
    upload = accept("f", "a.jpg", files.photo(1200, 900, turned=files.LYING_ON_ITS_SIDE))

    picture = opened(upload)
    assert picture.size == (900, 1200)
    top, bottom = picture.getpixel((450, 50)), picture.getpixel((450, 1150))
    assert (top[0] > 200 > top[2], bottom[2] > 200 > bottom[0]) == (True, True)


def test_what_follows_a_picture_in_its_file_is_gone():
    hidden = b"PK\x03\x04<script>alert(1)</script>"
    assert hidden not in accept("f", "a.png", files.photo(kind="PNG") + hidden).data


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("mode", ["RGB", "P"])
def test_nothing_that_a_programme_wrote_beside_the_pixels_is_kept(kind, mode):
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", "Nguyễn Bí Mật")
    told.add_itxt("XML:com.adobe.xmp", "<x>secret place</x>")
    source = Image.new("RGB", (40, 30), "red").convert(mode if kind == "PNG" else "RGB")
    out = BytesIO()
    beside = {
        "icc_profile": b"secret profile",
        "comment": b"secret place",
        "xmp": b"<x>secret place</x>",
        "pnginfo": told,
        "dpi": (72, 72),
    }
    source.save(out, kind, **beside)
    assert b"secret" in out.getvalue()

    upload = accept("f", "a", out.getvalue())

    picture = opened(upload)
    picture.load()
    expected = {"jfif", "jfif_version", "jfif_unit", "jfif_density"} if kind == "JPEG" else set()
    assert (set(picture.info), picture.size) == (expected, (40, 30))
    assert b"secret" not in upload.data


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "HEIF"])
def test_half_a_photo_is_refused_with_its_name(kind):
    sent = files.photo(kind=kind)
    with pytest.raises(UploadRefused) as refused:
        accept("scan", "nửa.jpg", sent[: len(sent) // 2])
    message = refused.value.message
    assert (message, message.mapping) == ("upload_damaged", {"name": "nửa.jpg"})
    assert refused.value.field == "scan"


def test_a_small_file_of_endless_pixels_is_refused_before_it_is_opened():
    def chunk(name, data):
        body = name + data
        return struct.pack("!L", len(data)) + body + struct.pack("!L", zlib.crc32(body))

    header = struct.pack("!LLBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    bomb = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(10**6)))
        + chunk(b"IEND", b"")
    )
    with pytest.raises(UploadRefused) as refused:
        accept("f", "a.png", bomb)
    assert refused.value.message == "upload_too_complex"


def test_photos_of_several_pages_become_one_pdf_in_their_order():
    pages = [accept("paper", f"trang {n}.jpg", files.photo(900, 300 * n)) for n in (1, 4)]
    assert together(pages[:1]) is pages[0]

    upload = together(pages)

    assert (upload.filename, upload.content_type, upload.field) == (
        "trang 1.pdf",
        "application/pdf",
        "paper",
    )
    with PdfDocument(upload.data) as document:
        sizes = [tuple(round(side) for side in page.get_size()) for page in document]
    assert sizes == [(842, 595), (595, 842)]
    assert accept("paper", "a.pdf", upload.data).data == upload.data


def test_a_file_among_photos_is_named():
    pages = [accept("p", "1.jpg", files.photo()), accept("p", "đơn.pdf", files.pdf())]
    with pytest.raises(UploadRefused) as refused:
        together(pages)
    message = refused.value.message
    assert (message, message.mapping) == ("upload_not_a_page", {"name": "đơn.pdf"})
