"""``robots.txt`` of a portal, and of a host that many portals stand on."""

from eduportal.face.bodies import setting
from plone.base.interfaces import IPloneSiteRoot
from plone.base.interfaces import ISiteSchema
from plone.registry.interfaces import IRegistry
from Products.Five.browser import BrowserView
from time import time
from urllib.parse import urlsplit
from zope.component import getUtility

PAGES = (
    "@@search",
    "search",
    "@@suggest",
    "@@updated_search",
    "login",
    "@@login",
    "logout",
    "require_login",
    "register",
    "@@register",
    "mail_password_form",
    "@@mail_password_form",
    "passwordreset",
    "sendto_form",
    "contact-info",
    "@@pdf",
    "@@visit",
    "@@alert-me",
)
"""Searches, forms and copies for saving: without end, or of no use to who searches elsewhere."""

SECONDS = 600
"""How long the root's file is kept: it asks every portal whether it is open."""


class PortalRobots(BrowserView):
    """Served where a portal has a host of its own; what an administrator wrote himself wins."""

    def __call__(self) -> str:
        self.request.response.setHeader("Content-Type", "text/plain; charset=utf-8")
        url = self.context.absolute_url()
        settings = getUtility(IRegistry).forInterface(ISiteSchema, prefix="plone")
        if settings.robots_txt and settings.robots_txt != ISiteSchema["robots_txt"].default:
            return settings.robots_txt.replace("{portal_url}", url)
        return robots([url], urlsplit(url).path)


class InstanceRobots(BrowserView):
    """At Zope's root, for portals that are reached as ``/<unit>``."""

    def __call__(self) -> str:
        self.request.response.setHeader("Content-Type", "text/plain; charset=utf-8")
        key = self.context.absolute_url()
        made, text = _kept.get(key, (0, ""))
        if time() - made > SECONDS:
            text = robots(self._portals(), urlsplit(key).path)
            _kept.clear()
            _kept[key] = (time(), text)
        return text

    def _portals(self) -> list[str]:
        """Open portals without a domain of their own, where they would be read a second time."""
        return [
            site.absolute_url()
            for site in self.context.objectValues()
            if IPloneSiteRoot.providedBy(site)
            and setting(site, "closed_on") is None
            and not setting(site, "domain")
        ]


def robots(portals: list[str], path: str) -> str:
    """The rules below ``path``, then where the site maps are."""
    rules = [f"Disallow: {path.rstrip('/')}/*/{page}" for page in PAGES]
    maps = [f"Sitemap: {url}/sitemap.xml" for url in portals]
    return "\n".join(["User-agent: *", *rules, "", *maps, ""])


_kept: dict[str, tuple[float, str]] = {}
