"""``sitemap.xml`` and ``sitemap.xml.gz``: every public page, with its languages and picture.

https://www.sitemaps.org/protocol.html; ``xhtml:link`` and ``image:image`` are extensions that
Google and Bing read. Up to ``PAGE`` addresses are one file; a larger portal gets an index of such
files (``?page=1`` …), each found by the position of its records in the catalogue, so a register of
100,000 documents is never read as a whole.
"""

from collections.abc import Iterator
from DateTime import DateTime
from eduportal.caching import state
from eduportal.face.dates import today
from eduportal.sharing.kept import Kept
from hashlib import sha256
from html import escape
from plone import api
from Products.Five.browser import BrowserView
from zExceptions import NotFound
import gzip
import math

PAGE = 2000
kept = Kept(16 * 1024 * 1024)
FILES = ("Image", "File", "Link")
"""A picture is named at the item it belongs to; files and links are no pages."""
FIRST = "vi"

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
URLSET = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">'
)
INDEX = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'


class SiteMap(BrowserView):
    """Says the same to everybody: what a visitor who has not signed in may see."""

    def __call__(self) -> bytes:
        packed = self.__name__.endswith(".gz")
        asked = self._asked()
        data = self._kept_or_made(asked)
        response = self.request.response
        response.setHeader("Cache-Control", "public, max-age=0, must-revalidate")
        response.setHeader("X-Robots-Tag", "noindex")
        label = f'"{sha256(data).hexdigest()[:32]}{"-gz" if packed else ""}"'
        response.setHeader("ETag", label)
        if self.request.getHeader("If-None-Match") == label:
            response.setStatus(304)
            return b""
        if packed:
            response.setHeader("Content-Type", "application/gzip")
            return data
        response.setHeader("Content-Type", "application/xml; charset=utf-8")
        return gzip.decompress(data)

    def _asked(self) -> int:
        """The page asked for; 0 for none."""
        page = str(self.request.form.get("page", "0"))
        if not (page.isascii() and page.isdecimal() and len(page) < 6):
            raise NotFound(self.__name__)
        return int(page)

    def _made(self, page: int) -> bytes:
        found = public_pages(self.context)
        pages = max(1, math.ceil(len(found) / PAGE))
        if page > pages:
            raise NotFound(self.__name__)
        if not page and pages > 1:
            text = "".join(self._index(pages))
        else:
            start = (max(page, 1) - 1) * PAGE
            text = "".join(self._urls(found[start : start + PAGE]))
        return gzip.compress(text.encode(), compresslevel=6, mtime=0)

    def _index(self, pages: int) -> Iterator[str]:
        yield HEAD + INDEX
        for page in range(1, pages + 1):
            url = f"{self.context.absolute_url()}/sitemap.xml.gz?page={page}"
            yield f"<sitemap><loc>{escape(url)}</loc></sitemap>"
        yield "</sitemapindex>"

    def _urls(self, brains) -> Iterator[str]:
        viewed = api.portal.get_registry_record("plone.types_use_view_action_in_listings")
        brains = list(brains)
        languages = self._languages(brains)
        yield HEAD + URLSET
        for brain in brains:
            if brain.exclude_from_nav and brain.portal_type == "Section":
                continue
            url = brain.getURL()
            address = f"{url}/view" if brain.portal_type in viewed else url
            yield f"<url><loc>{escape(address)}</loc>"
            yield f"<lastmod>{brain.modified.toZone('UTC').HTML4()}</lastmod>"
            versions = languages.get(brain.TranslationGroup or "", {})
            if len(versions) > 1:
                yield from map(_alternate, *zip(*sorted(versions.items()), strict=True))
                yield _alternate("x-default", versions.get(FIRST, url))
            yield from _picture(brain, url)
            yield "</url>"
        yield "</urlset>"

    def _languages(self, brains) -> dict[str, dict[str, str]]:
        """Addresses by language for each translation group on this page; one query."""
        groups = sorted({brain.TranslationGroup for brain in brains if brain.TranslationGroup})
        found: dict[str, dict[str, str]] = {}
        for brain in public_pages(self.context, TranslationGroup=groups) if groups else ():
            if not (brain.exclude_from_nav and brain.portal_type == "Section"):
                found.setdefault(brain.TranslationGroup, {})[brain.Language] = brain.getURL()
        return found

    def _kept_or_made(self, page: int) -> bytes:
        """Packed; made anew after a change in the portal, and on another day."""
        now = state(api.portal.get())
        key = (self.context.absolute_url(), page, now, today())
        data = kept.get(key) if now else None
        if data is None:
            data = self._made(page)
            if now:
                kept.put(key, data)
        return data


def public_pages(context, **query):
    """Catalogue entries of all that is published in ``context``, in the order of their records."""
    utils = api.portal.get_tool("plone_utils")
    types = [one for one in utils.getUserFriendlyTypes() if one not in FILES]
    return api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        path="/".join(context.getPhysicalPath()),
        portal_type=[*types, "LRF"],
        review_state="published",
        allowedRolesAndUsers=["Anonymous"],
        effectiveRange=DateTime(),
        **query,
    )


def _alternate(language: str, url: str) -> str:
    return f'<xhtml:link rel="alternate" hreflang="{escape(language)}" href="{escape(url)}"/>'


def _picture(brain, url: str) -> Iterator[str]:
    scales = (brain.image_scales or {}).get("image")
    if scales:
        large = scales[0]["scales"].get("large", scales[0])
        picture = escape(f"{url}/{large['download']}")
        yield f"<image:image><image:loc>{picture}</image:loc></image:image>"
