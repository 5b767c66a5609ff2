"""A photograph of a paper, written anew: upright, of a size to be read, the pixels alone."""

from io import BytesIO
from PIL import Image
from PIL import ImageOps

LONGEST = 2400
"""Pixels: an A4 page at 200 dots per inch, which is what can still be read in print."""
QUALITY = 85
MOST_PIXELS = 120_000_000
MOST_UNSCALED = 40_000_000
"""PNG, HEIC and progressive JPEG are held in memory whole, whatever size is asked of them."""


def written(picture: Image.Image, kind: str) -> bytes:
    """A JPEG or PNG file; what the camera wrote beside the picture stays behind.

    ``picture`` itself is changed: a copy of its pixels takes as long as reading them.
    """
    ImageOps.exif_transpose(picture, in_place=True)
    picture.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS, reducing_gap=2.0)
    seen = _on_white(picture)
    # comment, colour profile and text of the file, which Pillow would write again
    seen.info = {}
    out = BytesIO()
    seen.save(out, kind, quality=QUALITY)
    return out.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    """What is transparent would be black on paper."""
    if picture.mode in ("L", "RGB"):
        return picture
    if picture.mode in ("1", "CMYK", "YCbCr"):
        return picture.convert("RGB")
    if picture.mode.startswith("I"):
        return picture.convert("L")
    layer = picture.convert("RGBA")
    ground = Image.new("RGBA", layer.size, "white")
    return Image.alpha_composite(ground, layer).convert("RGB")
