"""Pictures that somebody uploads for the look of a portal.

Each is decoded and drawn anew, at the size the theme shows it in: nothing of the file that was sent
is kept, neither what cameras write into it nor what somebody may have hidden in it. Drawings (SVG)
can carry scripts and are not taken.
"""

from eduportal.photos import UnreadablePicture
from eduportal.photos import fitted
from hashlib import sha256
from io import BytesIO
from PIL import Image
from plone.namedfile.file import NamedBlobFile

MOST_BYTES = 20 * 1024 * 1024
QUALITY = 80
FEW_COLOURS = 1024
FITS = {
    "logo": (320, 160),
    "banner": (1600, 400),
    "map": (1000, 800),
    "mourning_picture": (1600, 300),
    "festive_picture": (1600, 300),
}
"""Width and height that a picture is made to fit in."""


class RefusedPicture(ValueError):
    """The file is no picture that can be shown; ``too_large`` says that it was not looked at."""

    def __init__(self, too_large: bool = False) -> None:
        super().__init__("too large" if too_large else "unreadable")
        self.too_large = too_large


def taken_in(name: str, upload) -> dict:
    """What is stored for a file of a form. Raises :class:`RefusedPicture`."""
    data = upload.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise RefusedPicture(too_large=True)
    try:
        image = Image.open(BytesIO(fitted(data).data))
        image.load()
    except (UnreadablePicture, OSError) as error:
        raise RefusedPicture from error
    drawing = image.getcolors(FEW_COLOURS) is not None
    clear = "A" in image.mode or "transparency" in image.info
    image = image.convert("RGBA" if clear else "RGB")
    image.thumbnail(FITS[name], Image.Resampling.LANCZOS)
    stream = BytesIO()
    image.save(stream, "WEBP", quality=QUALITY, lossless=drawing)
    return {
        "file": NamedBlobFile(stream.getvalue(), "image/webp", f"{name}.webp"),
        "hash": sha256(stream.getvalue()).hexdigest()[:32],
        "width": image.width,
        "height": image.height,
    }
