"""A scan that was saved as a picture (JPEG, PNG, TIFF, WebP): made a PDF and read as one."""

from collections.abc import Iterator
from eduportal.extraction.formats import pdf
from eduportal.extraction.found import Found
from eduportal.extraction.found import Unreadable
from eduportal.extraction.limits import Limits
from pathlib import Path
from PIL import Image
from PIL import ImageOps
from PIL import ImageSequence

# A drawing of A2 at 300 dots per inch; Pillow's own guard stands a little above it.
MOST_PIXELS = 40_000_000
MOST_PAGES = 200
LEAST_DPI, USUAL_DPI = 70, 200


def read(path: Path, work: Path, limits: Limits) -> Iterator[Found]:
    """Each picture of the file is a page."""
    scans = work / "picture.pdf"
    _as_pdf(path, scans)
    yield from pdf.read(scans, work, limits)


def _as_pdf(path: Path, scans: Path) -> None:
    try:
        with Image.open(path) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise Unreadable("too-large", "unpacked-too-large")
            dpi = _dpi(picture)
            frames = ImageSequence.Iterator(picture)
            pages = (
                _page(frame) for frame, _number in zip(frames, range(MOST_PAGES), strict=False)
            )
            next(pages).save(
                scans, "PDF", save_all=True, append_images=pages, resolution=dpi, quality=85
            )
    except (OSError, ValueError, SyntaxError):
        raise Unreadable("broken", "damaged") from None
    except Image.DecompressionBombError:
        raise Unreadable("too-large", "unpacked-too-large") from None


def _page(frame: Image.Image) -> Image.Image:
    """Upright, on white where it is transparent."""
    upright = ImageOps.exif_transpose(frame)
    if upright.mode in ("1", "L", "RGB"):
        return upright.copy()
    seen = upright.convert("RGBA")
    page = Image.new("RGB", seen.size, "white")
    page.paste(seen, mask=seen)
    return page


def _dpi(picture: Image.Image) -> float:
    """Cameras write 72 or 1 into pictures of thousands of pixels."""
    dpi = float(picture.info.get("dpi", (0, 0))[0] or 0)
    return dpi if dpi > LEAST_DPI + 2 else USUAL_DPI
