"""Pictures that tell where they were taken, and the board that puts them on line."""

from io import BytesIO
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from tests.editorial.conftest import office
from tests.editorial.conftest import write
import pytest

__all__ = ["office", "write"]

SECRET = b"nhabanan12duongmau"
TURNED = 0x0112
MODEL = 0x0110
GPS = 0x8825


def taken(kind="JPEG", size=(400, 300), orientation=1):
    """A picture, red above and blue below, whose EXIF, XMP and comment hold ``SECRET``."""
    picture = Image.new("RGB", size, "red")
    picture.paste("blue", (0, size[1] // 2, *size))
    exif = Image.Exif()
    exif[MODEL] = SECRET.decode()
    exif[TURNED] = orientation
    exif.get_ifd(GPS).update({1: "N", 2: (21.0, 1.0, 42.0), 3: "E", 4: (105.0, 51.0, 15.0)})
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET + b"</x:xmpmeta>"
    more = {"exif": exif}
    if kind in ("JPEG", "WEBP", "HEIF"):
        more["xmp"] = xmp
    if kind == "JPEG":
        more["comment"] = SECRET
    if kind == "PNG":
        info = PngInfo()
        info.add_text("Comment", SECRET.decode())
        more["pnginfo"] = info
    stream = BytesIO()
    picture.save(stream, format=kind, **more)
    data = stream.getvalue()
    assert SECRET in data
    return data


def pixels(data):
    """Size, and the colour near the upper left and the lower right corner."""
    picture = Image.open(BytesIO(data)).convert("RGB")
    width, height = picture.size
    return picture.size, *(
        "red" if picture.getpixel(at)[0] > 150 else "blue"
        for at in ((5, 5), (width - 5, height - 5))
    )


@pytest.fixture
def picture_of():
    return taken
