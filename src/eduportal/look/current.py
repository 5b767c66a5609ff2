"""The look of the portal at hand."""

from collections.abc import Mapping
from eduportal.look.model import Look
from eduportal.look.model import MapPicture
from eduportal.look.model import Picture
from eduportal.look.store import saved
from eduportal.units.fields import palettes
from eduportal.units.settings import current_unit
from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest

CACHED = "eduportal.look.current"


def current(language: str) -> Look:
    """What pages in ``language`` are drawn with; made once per request."""
    portal = api.portal.get()
    request = getRequest()
    cache = IAnnotations(request).setdefault(CACHED, {}) if request is not None else {}
    key = (portal.getPhysicalPath(), language)
    if key not in cache:
        cache[key] = look_of(portal, language, saved(portal))
    return cache[key]


def look_of(portal, language: str, kept: Mapping) -> Look:
    """The look that these choices make."""
    unit = current_unit()
    return Look(
        palette=(unit.palette if unit else "") or palettes()[0],
        slogan=_in(kept, "slogan", language, ""),
        logo=_picture(portal, kept, "logo", language),
        banner=_picture(portal, kept, "banner", language),
        footer=_in(kept, "footer", language, ()),
        map=_map(portal, kept, language),
    )


def _in(kept: Mapping, name: str, language: str, nothing):
    """The words in a language, on English pages the Vietnamese ones where there are no English."""
    return kept.get(f"{name}_{language}") or kept.get(f"{name}_vi") or nothing


def _picture(portal, kept: Mapping, name: str, language: str) -> Picture | None:
    file = kept.get(name)
    if not file:
        return None
    url = f"{portal.absolute_url()}/@@look-picture/{file['hash']}"
    return Picture(url, file["width"], file["height"], _in(kept, f"alt_{name}", language, ""))


def _map(portal, kept: Mapping, language: str) -> MapPicture | None:
    picture = _picture(portal, kept, "map", language)
    if picture is None:
        return None
    link = kept.get("map_link", "")
    return MapPicture(picture.url, picture.width, picture.height, picture.alt, link)
