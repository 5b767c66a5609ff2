"""A camera's picture in the size that a page needs."""

from eduportal.photos.metadata import Picture
from eduportal.photos.metadata import UnreadablePicture
from eduportal.photos.metadata import bare
from eduportal.photos.metadata import is_whole
from eduportal.photos.metadata import opened
from eduportal.photos.metadata import written
from PIL import Image

LONGEST_SIDE = 2000


def fitted(data: bytes) -> Picture:
    """Bare, upright and at most 2000 pixels long; what is smaller keeps its pixels.

    Raises :class:`UnreadablePicture`.
    """
    picture = bare(data)
    if picture is None or not is_whole(data):
        raise UnreadablePicture("unknown format, or cut short")
    image = opened(picture.data)
    if max(image.size) <= LONGEST_SIDE:
        return picture
    kind = "PNG" if picture.type == "image/png" else "JPEG"
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return written(image, kind)
