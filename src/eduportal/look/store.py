"""Where a portal keeps its look: one annotation with what is public and what is being prepared.

Each of the two holds plain values, and pictures as blobs beside them:

    palette                     id of the unit's palette when this was made public
    colour                      "#0b5f9e": a main colour of the unit's own, over that palette
    slogan_vi, slogan_en        one line each
    footer_vi, footer_en        tuples of lines
    logo, banner, map, mourning_picture, festive_picture
                                {"file": NamedBlobFile, "hash", "width", "height"}
    map_alt_vi, map_alt_en, map_link
    mourning, festive           {"from", "to": "2026-11-20T07:00" (Viet Nam), "vi", "en": words};
                                both times "" while it only waits
"""

from collections.abc import Mapping
from eduportal import caching
from eduportal.look import theming
from persistent.mapping import PersistentMapping
from zope.annotation.interfaces import IAnnotations

KEY = "eduportal.look"
PUBLIC = "public"
DRAFT = "draft"
PICTURES = ("logo", "banner", "map", "mourning_picture", "festive_picture")


def saved(portal, draft: bool = False) -> Mapping:
    """What visitors see, or with ``draft`` what is being prepared; empty where nothing is."""
    kept = IAnnotations(portal).get(KEY, {})
    return kept.get(DRAFT, kept.get(PUBLIC, {})) if draft else kept.get(PUBLIC, {})


def is_pending(portal) -> bool:
    """Whether something is prepared that visitors do not see yet."""
    return DRAFT in IAnnotations(portal).get(KEY, {})


def prepare(portal, values: Mapping, palette: str) -> None:
    """Change the draft; an empty value takes a choice back.

    ``palette`` is the unit's: whoever changed it elsewhere since has put the own colour away.
    """
    annotations = IAnnotations(portal)
    if KEY not in annotations:
        annotations[KEY] = PersistentMapping()
    kept = annotations[KEY]
    if DRAFT not in kept:
        kept[DRAFT] = PersistentMapping(kept.get(PUBLIC, {}))
        if kept[DRAFT].get("palette") != palette:
            kept[DRAFT].pop("colour", None)
            kept[DRAFT]["palette"] = palette
    for name, value in values.items():
        if value:
            kept[DRAFT][name] = value
        else:
            kept[DRAFT].pop(name, None)


def begin_again(portal, palette: str) -> None:
    """The draft becomes what the portal came with; nothing changes for visitors."""
    discard(portal)
    annotations = IAnnotations(portal)
    if KEY not in annotations:
        annotations[KEY] = PersistentMapping()
    annotations[KEY][DRAFT] = PersistentMapping(palette=palette)


def publish(portal) -> Mapping:
    """The draft becomes what visitors see; returned."""
    kept = IAnnotations(portal)[KEY]
    kept[PUBLIC] = kept.pop(DRAFT)
    caching.touch(portal)
    return kept[PUBLIC]


def discard(portal) -> None:
    """Forget the draft."""
    IAnnotations(portal).get(KEY, {}).pop(DRAFT, None)


def remove(portal) -> None:
    """Take everything away, for good; the permissions are the uninstall profile's."""
    for key in (KEY, theming.KEY):
        IAnnotations(portal).pop(key, None)
