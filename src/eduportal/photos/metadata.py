"""Pictures without place, time, device and names in them (EXIF, GPS, XMP, IPTC, comments).

JPEG, PNG and WebP keep their picture byte for byte; one that lies on its side is turned and
written anew. Other formats that cameras make are written anew, HEIC and TIFF as JPEG.
"""

from eduportal.photos import chunks
from eduportal.photos import jpeg
from io import BytesIO
from PIL import Image
from PIL import ImageOps
from PIL import UnidentifiedImageError
from pillow_heif import register_heif_opener
from typing import NamedTuple

register_heif_opener()

QUALITY = 90
TELLING = {"exif", "xmp"}
TURNED_BY = 0x0112  # EXIF's orientation
MOST_PIXELS = 120_000_000
"""Larger ones would take the memory of the whole portal."""
ANEW = {"TIFF": "JPEG", "HEIF": "JPEG", "MPO": "JPEG", "AVIF": "AVIF", "JPEG": "JPEG"}
ANEW |= {"PNG": "PNG", "WEBP": "WEBP"}
TYPES = {
    "AVIF": "image/avif",
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
}


class UnreadablePicture(ValueError):
    """Not a picture, a broken one, or one too large to be opened."""


class Picture(NamedTuple):
    """``type`` is the MIME type of ``data``."""

    data: bytes
    type: str


def kind_of(data: bytes) -> str:
    """Pillow's name of a picture's format by its first bytes, ``""`` for what is left alone."""
    if data.startswith(jpeg.START):
        return "JPEG"
    if data.startswith(chunks.PNG):
        return "PNG"
    if chunks.is_webp(data):
        return "WEBP"
    if data[:4] in (b"II*\0", b"MM\0*"):
        return "TIFF"
    if data[4:8] == b"ftyp":
        brands = data[8:32]
        if b"avif" in brands:
            return "AVIF"
        if any(brand in brands for brand in (b"heic", b"heix", b"mif1", b"heif", b"hevc")):
            return "HEIF"
    return ""


def bare(data: bytes) -> Picture | None:
    """The picture alone, upright; None where ``data`` is no picture that could tell anything.

    Raises :class:`UnreadablePicture`.
    """
    kind = kind_of(data)
    if not kind:
        return None
    if kind in STRIPPED and _orientation(data) in (0, 1):
        try:
            return Picture(STRIPPED[kind](data), TYPES[kind])
        except (ValueError, IndexError):
            pass  # broken, but a decoder may still make sense of it
    picture = opened(data)
    if kind == "AVIF" and not TELLING & picture.info.keys():
        return Picture(data, TYPES[kind])  # written anew at every save it would fade
    return written(picture, ANEW[kind])


def is_whole(data: bytes) -> bool:
    """Whether a file goes on to its end: Plone has Pillow show the rest of a cut one as grey."""
    kind = kind_of(data)
    if kind not in STRIPPED:
        return bool(kind)
    try:
        stripped = STRIPPED[kind](data)
    except (ValueError, IndexError):
        return False
    return kind != "JPEG" or stripped.endswith(jpeg.END)


def opened(data: bytes) -> Image.Image:
    """The picture, decoded and upright. Raises :class:`UnreadablePicture`."""
    try:
        picture = Image.open(BytesIO(data))
        if picture.width * picture.height > MOST_PIXELS:
            raise UnreadablePicture("too many pixels")
        return ImageOps.exif_transpose(picture)
    except (
        OSError,
        SyntaxError,
        ValueError,
        UnidentifiedImageError,
        Image.DecompressionBombError,
    ) as error:
        raise UnreadablePicture(str(error)) from error


def written(picture: Image.Image, kind: str) -> Picture:
    """A picture as a file of one format, with its colour profile and nothing else."""
    profile = picture.info.get("icc_profile")
    if kind == "JPEG" and picture.mode not in ("RGB", "L", "CMYK"):
        picture = picture.convert("RGB")
    stream = BytesIO()
    clean = Image.new(picture.mode, picture.size)
    if picture.mode == "P":
        clean.putpalette(picture.getpalette())
        clean.info.update({k: v for k, v in picture.info.items() if k == "transparency"})
    clean.paste(picture)
    clean.save(stream, format=kind, quality=QUALITY, icc_profile=profile)
    return Picture(stream.getvalue(), TYPES[kind])


def _orientation(data: bytes) -> int:
    """1 and 0 are upright; so is what cannot be read."""
    try:
        return Image.open(BytesIO(data)).getexif().get(TURNED_BY, 1)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return 1


STRIPPED = {
    "JPEG": jpeg.without_metadata,
    "PNG": chunks.png_without_metadata,
    "WEBP": chunks.webp_without_metadata,
}
