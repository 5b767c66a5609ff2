"""HEIC, the format of iPhones, as a JPEG that every office can open."""

from pathlib import Path
from PIL import Image
from pillow_heif import register_heif_opener
import paper

BROKEN = (OSError, SyntaxError, ValueError, RuntimeError, EOFError, ArithmeticError)
register_heif_opener(thumbnails=False)


def read(source: Path, result: Path) -> str:
    """``written``, ``damaged`` or ``too-complex``."""
    try:
        with Image.open(source, formats=("HEIF",)) as picture:
            if picture.width * picture.height > paper.MOST_UNSCALED:
                return "too-complex"
            result.write_bytes(paper.written(picture, "JPEG"))
    except Image.DecompressionBombError:
        return "too-complex"
    except BROKEN:
        return "damaged"
    return "written"
