"""A content item's picture as HTML, from what the catalogue knows of it."""

from collections.abc import Iterable
from html import escape

FIELD = "image"
SCALE = "preview"


def picture(
    brain_or_item,
    scale: str = SCALE,
    sizes: str = "",
    lazy: bool = True,
    alt: str = "",
    css_class: str = "",
    priority: bool = False,
) -> str:
    """HTML of the picture, ``""`` where there is none; no object is loaded for a catalogue entry.

    ``scale`` is the size for a screen of 96 dpi, ``sizes`` the attribute of HTML. ``priority``
    marks the page's main picture: not lazy, and asked for first.
    """
    known = scales_of(brain_or_item)
    if not known:
        return ""
    chosen = known["scales"].get(scale) or known
    attributes = [
        ("src", f"{_url(brain_or_item)}/{chosen['download']}"),
        ("width", chosen["width"]),
        ("height", chosen["height"]),
        ("alt", alt),
        ("class", css_class),
        ("loading", "lazy" if lazy and not priority else ""),
        ("fetchpriority", "high" if priority else ""),
        ("decoding", "async"),
    ]
    return f"<img {_attributes(attributes)}>"


def scales_of(brain_or_item) -> dict | None:
    """``image_scales`` of the lead image: download, width, height, scales by name."""
    scales = getattr(brain_or_item, "image_scales", None)
    found = (scales or {}).get(FIELD)
    return found[0] if found else None


def _url(brain_or_item) -> str:
    geturl = getattr(brain_or_item, "getURL", None)
    return geturl() if geturl else brain_or_item.absolute_url()


def _attributes(pairs: Iterable[tuple[str, object]]) -> str:
    return " ".join(
        f'{name}="{escape(str(value))}"'
        for name, value in pairs
        if value not in ("", None) or name == "alt"
    )
