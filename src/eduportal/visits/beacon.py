"""``@@visit``: a page was shown. Asked with POST by the page's own script, also for a page from a
cache; answers with the figures, which may be newer than those on the page."""

from collections.abc import Mapping
from eduportal import mandate
from eduportal.visits import visitor
from eduportal.visits.counting import day_of
from eduportal.visits.portal import meet
from eduportal.visits.process import process
from functools import cache
from plone import api
from Products.Five.browser import BrowserView
from urllib.parse import parse_qs
from urllib.parse import urlsplit
import json

NAME = "@@visit"
HEADERS = (
    ("Content-Type", "application/json; charset=utf-8"),
    ("Cache-Control", "no-store"),
    ("X-Robots-Tag", "noindex"),
)
PORTS = {"http": 80, "https": 443}


class VisitBeacon(BrowserView):
    """Zope's way in; most beacons are answered before Zope is asked (``front.py``)."""

    def __call__(self) -> bytes:
        response = self.request.response
        for name, value in HEADERS:
            response.setHeader(name, value)
        if self.request.method != "POST":
            response.setStatus(405)
            response.setHeader("Allow", "POST")
            return b"{}"
        portal = api.portal.get()
        if not meet(portal):
            return b"{}"
        return answer(self.request.environ, portal.getId(), self.request.get("SERVER_URL", ""))


def answer(environ: Mapping[str, str], portal_id: str, server_url: str) -> bytes:
    """Count what is to be counted; the figures as JSON, ``{}`` for other sites' pages."""
    if not _same_origin(environ, server_url):
        return b"{}"
    if visitor.is_person(environ):
        now = process.now()
        address = visitor.address_of(environ)
        key = process.key.of(day_of(now))
        process.counter.hit(
            portal_id,
            _section(environ),
            visitor.name(key, portal_id, address, environ.get("HTTP_USER_AGENT", "")),
            now,
            visitor.name(key, "", address, ""),
        )
    return json.dumps(process.figures(portal_id)._asdict()).encode()


@cache
def section_ids() -> frozenset[str]:
    """Of every kind of unit; what else a page says is its section is not counted."""
    known = mandate.catalogue()
    return frozenset(section.id for kind in known.kinds() for section in known.sections(kind))


def _section(environ: Mapping[str, str]) -> str:
    (asked,) = parse_qs(environ.get("QUERY_STRING", "")).get("section", [""])[:1]
    return asked if asked in section_ids() else ""


def _same_origin(environ: Mapping[str, str], server_url: str) -> bool:
    """Browsers say where a script comes from, and no script can make them say otherwise."""
    site = environ.get("HTTP_SEC_FETCH_SITE")
    if site is not None:
        return site == "same-origin"
    origin = _host(environ.get("HTTP_ORIGIN", ""))
    return origin[0] != "" and origin == _host(server_url)


def _host(url: str) -> tuple[str, int | None]:
    try:
        parts = urlsplit(url)
        return (parts.hostname or "").lower(), parts.port or PORTS.get(parts.scheme)
    except ValueError:
        return "", None
