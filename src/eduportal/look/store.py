"""Where a portal keeps its look: one annotation of plain values, pictures as blobs beside them.

colour, over            "#0b5f9e" and the palette of the unit that it was chosen over
slogan_vi, slogan_en    one line each
footer_vi, footer_en    tuples of lines
map_link                address of a map elsewhere
logo, banner, map, mourning_picture, festive_picture
                        {"file": NamedBlobFile, "hash", "type", "width", "height"}
alt_<picture>_vi, _en   what the picture shows
mourning, festive       {"from": datetime, "to": datetime, "vi": text, "en": text}
"""

from collections.abc import Mapping
from persistent.mapping import PersistentMapping
from zope.annotation.interfaces import IAnnotations

KEY = "eduportal.look"
PICTURES = ("logo", "banner", "map", "mourning_picture", "festive_picture")


def saved(portal) -> Mapping:
    """What the unit has chosen; empty for a portal that looks as it came."""
    return IAnnotations(portal).get(KEY, {})


def save(portal, values: Mapping) -> None:
    """Change some of the choices; None and empty values take one back."""
    annotations = IAnnotations(portal)
    if KEY not in annotations:
        annotations[KEY] = PersistentMapping()
    kept = annotations[KEY]
    for name, value in values.items():
        if value:
            if kept.get(name) != value:
                kept[name] = value
        else:
            kept.pop(name, None)


def forget(portal) -> None:
    """Back to how the portal came."""
    IAnnotations(portal).pop(KEY, None)
