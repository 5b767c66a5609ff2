"""The look of the portal at hand."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from eduportal import _
from eduportal import caching
from eduportal.look import colours
from eduportal.look.model import FESTIVE
from eduportal.look.model import MOURNING
from eduportal.look.model import OWN
from eduportal.look.model import Look
from eduportal.look.model import MapPicture
from eduportal.look.model import Occasion
from eduportal.look.model import Picture
from eduportal.look.store import saved
from eduportal.units.fields import palettes
from eduportal.units.model import Unit
from eduportal.units.settings import current_unit
from plone import api
from zoneinfo import ZoneInfo
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest
from zope.i18n import translate

CACHED = "eduportal.look.current"
PREVIEWED = "eduportal.look.previewed"
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def current(language: str) -> Look:
    """What pages in ``language`` are drawn with; made once per request."""
    portal = api.portal.get()
    request = getRequest()
    notes = IAnnotations(request) if request is not None else {}
    draft = PREVIEWED in notes
    cache = notes.setdefault(CACHED, {})
    key = (portal.getPhysicalPath(), language, draft)
    if key not in cache:
        cache[key] = _look(portal, request, language, draft)
    return cache[key]


def preview(request) -> None:
    """Draw the page of this request with what is being prepared."""
    IAnnotations(request)[PREVIEWED] = True


def unit_palette(unit: Unit | None) -> str:
    """The palette of the unit's record, the default where it has none."""
    return (unit.palette if unit else "") or palettes()[0]


def _look(portal, request, language: str, draft: bool) -> Look:
    kept = saved(portal, draft)
    unit = current_unit()
    palette, own = chosen_colours(kept, draft, unit)
    return Look(
        palette=OWN if own else palette,
        slogan=_in(kept, "slogan", language, ""),
        logo=_picture(portal, kept, "logo"),
        banner=_picture(portal, kept, "banner"),
        footer=_in(kept, "footer", language, ()),
        map=_map(portal, kept, language, unit),
        occasion=_occasion(portal, request, kept, language),
        tokens=colours.tokens(own) if own else "",
    )


def chosen_colours(kept: Mapping, draft: bool, unit: Unit | None) -> tuple[str, str]:
    """Palette and own colour, ``""`` for none.

    The unit's record (control panel, spreadsheet) is where palettes are kept: one that was changed
    there since wins over what was chosen here.
    """
    record = unit_palette(unit)
    mine = kept.get("palette") or record
    if draft or mine == record or unit is None:
        return mine, kept.get("colour", "")
    return record, ""


def _in(kept: Mapping, name: str, language: str, nothing):
    """The words in a language, on English pages the Vietnamese ones where there are no English."""
    return kept.get(f"{name}_{language}") or kept.get(f"{name}_vi") or nothing


def _picture(portal, kept: Mapping, name: str, alt: str = "") -> Picture | None:
    file = kept.get(name)
    if not file:
        return None
    url = f"{portal.absolute_url()}/@@look-picture/{file['hash']}.webp"
    return Picture(url, file["width"], file["height"], alt)


def _map(portal, kept: Mapping, language: str, unit: Unit | None) -> MapPicture | None:
    """A picture that leads somewhere has to say where, so it is never without words."""
    picture = _picture(portal, kept, "map", _in(kept, "map_alt", language, ""))
    if picture is None:
        return None
    if not picture.alt:
        name = portal.title if unit is None else unit.name
        if language == "en" and unit is not None:
            name = unit.name_en or name
        words = _("look_map_alt", default="Map: the way to ${unit}", mapping={"unit": name})
        picture = replace(picture, alt=translate(words, target_language=language))
    link = kept.get("map_link", "")
    return MapPicture(picture.url, picture.width, picture.height, picture.alt, link)


def _occasion(portal, request, kept: Mapping, language: str) -> Occasion | None:
    """Mourning comes before any feast. A page is true until the next beginning or end."""
    now = datetime.now(ZONE)
    found = None
    for kind in (MOURNING, FESTIVE):
        period = kept.get(kind)
        if not period or not period["from"]:
            continue
        begin, end = (
            datetime.fromisoformat(period[k]).replace(tzinfo=ZONE) for k in ("from", "to")
        )
        for bound in (begin, end):
            if request is not None and bound > now:
                caching.expires(request, at=bound)
        if found is None and begin <= now < end:
            words = period.get(language) or period.get("vi") or ""
            found = Occasion(kind, words, _picture(portal, kept, f"{kind}_picture"))
    return found
