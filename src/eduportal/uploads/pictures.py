"""Photographs of papers: looked at, written anew, put together."""

from eduportal.photos import is_whole
from eduportal.uploads import refusals
from eduportal.uploads.opening.paper import LONGEST
from eduportal.uploads.opening.paper import MOST_PIXELS
from eduportal.uploads.opening.paper import MOST_UNSCALED
from eduportal.uploads.opening.paper import written
from eduportal.uploads.upload import UploadRefused
from io import BytesIO
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

BROKEN = (OSError, SyntaxError, ValueError, ArithmeticError, EOFError)
MARGIN = 24
"""Points round a picture on its page."""


def cleaned(data: bytes, name: str) -> bytes:
    """A JPEG or PNG of at most 2400 pixels. Raises UploadRefused."""
    if not is_whole(data):
        raise refusals.damaged(name)
    try:
        with Image.open(BytesIO(data), formats=("JPEG", "PNG")) as picture:
            scaled = picture.format != "PNG" and "progressive" not in picture.info
            if picture.width * picture.height > (MOST_PIXELS if scaled else MOST_UNSCALED):
                raise refusals.too_complex(name)
            picture.draft("RGB", (LONGEST, LONGEST))
            return written(picture, "PNG" if picture.format == "PNG" else "JPEG")
    except UploadRefused:
        raise
    except Image.DecompressionBombError:
        raise refusals.too_complex(name) from None
    except BROKEN:
        raise refusals.damaged(name) from None


def as_pdf(pictures: list[bytes]) -> bytes:
    """One A4 page each, upright or lying as the picture is; JPEGs stay byte for byte."""
    out = BytesIO()
    canvas = Canvas(out, pageCompression=1, invariant=1)
    for data in pictures:
        picture = ImageReader(BytesIO(data))
        width, height = picture.getSize()
        page = A4 if height >= width else (A4[1], A4[0])
        scale = min((page[0] - 2 * MARGIN) / width, (page[1] - 2 * MARGIN) / height)
        size = width * scale, height * scale
        canvas.setPageSize(page)
        canvas.drawImage(
            picture, (page[0] - size[0]) / 2, (page[1] - size[1]) / 2, *size, mask=None
        )
        canvas.showPage()
    canvas.save()
    return out.getvalue()
