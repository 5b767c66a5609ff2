"""Pictures for paper: only the portal's own, and only what the reader may see."""

from eduportal.printing.blocks import Picture
from eduportal.printing.reading import escaped
from io import BytesIO
from PIL import Image
from PIL import ImageOps
from plone import api
from plone.app.uuid.utils import uuidToObject
from plone.dexterity.interfaces import IDexterityContent
from urllib.parse import unquote
from urllib.parse import urlsplit
import logging

LARGEST = 1200
"""Pixels of the longer side on paper: 170 mm at some 180 dpi."""
MOST_PIXELS = 60_000_000
QUALITY = 80

logger = logging.getLogger(__name__)


def picture_at(address: str, caption: str) -> Picture | None:
    """The picture in the portal that an ``img`` shows; nothing is fetched over the network."""
    portal = api.portal.get()
    base, path = urlsplit(portal.absolute_url()), urlsplit(address)
    inside = path.path.removeprefix(base.path.rstrip("/") + "/")
    if path.netloc != base.netloc or inside == path.path:
        return None
    steps = [unquote(step) for step in inside.split("/") if step]
    holder = _by_uid(steps) if "resolveuid" in steps else _by_path(portal, steps)
    return of(holder, caption) if holder is not None else None


def of(holder, caption: str = "", share: float = 1.0) -> Picture | None:
    """The picture that an item carries in its field ``image``."""
    image = getattr(holder.aq_base, "image", None)
    if image is None or not api.user.has_permission("View", obj=holder):
        return None
    try:
        with image.open() as file:
            return fitted(file, caption, share)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        logger.warning("no picture on paper of %s", "/".join(holder.getPhysicalPath()))
        return None


def fitted(file, caption: str, share: float) -> Picture | None:
    """A JPEG of a size that paper shows; None for one that would take too much memory."""
    with Image.open(file) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            return None
        picture.draft("RGB", (LARGEST, LARGEST))
        turned = ImageOps.exif_transpose(picture)
        turned.thumbnail((LARGEST, LARGEST))
        out = BytesIO()
        _on_white(turned).save(out, "JPEG", quality=QUALITY)
        return Picture(out.getvalue(), turned.width, turned.height, escaped(caption), share)


def _on_white(picture: Image.Image) -> Image.Image:
    """What is transparent would be black in a JPEG."""
    if picture.mode in ("RGB", "L"):
        return picture
    layer = picture.convert("RGBA")
    ground = Image.new("RGBA", layer.size, "white")
    return Image.alpha_composite(ground, layer).convert("RGB")


def _by_uid(steps: list[str]):
    place = steps.index("resolveuid") + 1
    found = uuidToObject(steps[place], unrestricted=True) if place < len(steps) else None
    return found if IDexterityContent.providedBy(found) else None


def _by_path(portal, steps: list[str]):
    """Walks down what is contained; views and what acquisition would find are not looked at."""
    found = portal
    for step in steps:
        if step.startswith(("@@", "++")) or step == "images":
            break
        if not hasattr(found.aq_base, "objectIds") or step not in found.objectIds():
            return None
        found = found[step]
    return found if IDexterityContent.providedBy(found) else None
