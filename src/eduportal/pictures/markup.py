"""A content item's picture as HTML, from what the catalogue knows of it."""

from Acquisition import aq_base
from collections.abc import Iterable
from html import escape
from plone import api

FIELD = "image"
SCALE = "preview"
CONVERTED = {"image/jpeg": "jpeg", "image/png": "png"}
"""What has a WebP twin (see ``webp``); GIF may move, and WebP is WebP already."""
SHARPEST = 2
"""Nobody sees more than two of a picture's dots in one of the page's."""


def picture(
    brain_or_item,
    scale: str = SCALE,
    sizes: str = "",
    lazy: bool = True,
    alt: str = "",
    css_class: str = "",
    priority: bool = False,
) -> str:
    """HTML of the lead image, ``""`` where there is none; one query's entry is all it needs.

    ``scale`` names the size for an ordinary screen (``mini`` 200, ``preview`` 400, ``teaser`` 600,
    ``large`` 800, ``larger`` 1000, ``great`` 1200, ``huge`` 1600 px wide), ``sizes`` is HTML's
    attribute, by default that width or the screen's. ``priority`` marks the page's main picture:
    asked for first and never lazily.
    """
    scales = scales_of(brain_or_item)
    if not scales:
        return ""
    more = {"alt": alt, "class": css_class}
    return markup(_url(brain_or_item), scales, scale, sizes, lazy and not priority, priority, more)


def markup(
    url: str,
    scales: dict,
    scale: str,
    sizes: str = "",
    lazy: bool = True,
    priority: bool = False,
    more: dict[str, str] | None = None,
) -> str:
    """The same for known scales; ``more`` are attributes of the ``img``."""
    chosen = scales["scales"].get(scale) or _original_or_largest(scales)
    offered = _offered(scales, chosen["width"] * SHARPEST) or [chosen]
    width = chosen["width"]
    sizes = sizes or f"(max-width: {width}px) 100vw, {width}px"
    attributes = {
        "src": f"{url}/{chosen['download']}",
        "width": width,
        "height": chosen["height"],
        "loading": "lazy" if lazy else "",
        "fetchpriority": "high" if priority else "",
        "decoding": "async",
        **(more or {}),
    }
    if len(offered) > 1:
        attributes |= {"srcset": _srcset(url, offered), "sizes": sizes}
    image = f"<img {_attributes(attributes.items())} />"
    if scales["content-type"] not in CONVERTED:
        return image
    twins = [one | {"download": _twin(one["download"])} for one in offered]
    source = _attributes(
        [("type", "image/webp"), ("srcset", _srcset(url, twins)), ("sizes", sizes)]
    )
    return f"<picture><source {source} />{image}</picture>"


def scales_of(brain_or_item) -> dict | None:
    """``download``, ``content-type``, ``width``, ``height`` and ``scales`` of the lead image."""
    known = getattr(aq_base(brain_or_item), "image_scales", None)
    if known is None and hasattr(brain_or_item, "getPhysicalPath"):
        known = catalogued("/".join(brain_or_item.getPhysicalPath()))
    found = (known or {}).get(FIELD)
    return found[0] if found and found[0].get("download") else None


def catalogued(path: str) -> dict | None:
    """``image_scales`` of what lies at a path, None where the catalogue knows of none."""
    catalog = api.portal.get_tool("portal_catalog")
    number = catalog.getrid(path)
    return None if number is None else catalog.getMetadataForRID(number)["image_scales"]


def _offered(scales: dict, widest: int) -> list[dict]:
    """The sizes that keep the picture's proportions, narrow to wide, each width once."""
    proportion = scales["width"] / max(scales["height"], 1)
    found = {}
    for one in scales["scales"].values():
        expected = one["width"] / proportion
        if 150 <= one["width"] <= widest and abs(one["height"] - expected) <= 2:
            found[one["width"]] = one
    return [found[width] for width in sorted(found)]


def _original_or_largest(scales: dict) -> dict:
    """For a picture smaller than the size asked for: itself."""
    return {name: scales[name] for name in ("download", "width", "height")}


def _srcset(url: str, offered: list[dict]) -> str:
    return ", ".join(f"{url}/{one['download']} {one['width']}w" for one in offered)


def _twin(download: str) -> str:
    return f"{download.rpartition('.')[0]}.webp"


def _url(brain_or_item) -> str:
    geturl = getattr(brain_or_item, "getURL", None)
    return geturl() if geturl else brain_or_item.absolute_url()


def _attributes(pairs: Iterable[tuple[str, object]]) -> str:
    return " ".join(
        f'{name}="{escape(str(value))}"'
        for name, value in pairs
        if name == "alt" or value not in ("", None)
    )
