"""The form at ``@@alert-me``: an address for a search of the register.

Its answer is the same whether the address is known, has had its mail of the day, or is new.
"""

from collective.honeypot.utils import deny
from collective.honeypot.utils import found_honeypot
from datetime import UTC
from datetime import datetime
from eduportal import _
from eduportal.alerts import letters
from eduportal.alerts import searches
from eduportal.alerts import store
from eduportal.alerts.digest import ZONE
from eduportal.alerts.settings import offered
from eduportal.mail.links import base_url
from eduportal.mail.text import LONGEST_ADDRESS
from eduportal.mail.text import is_address
from eduportal.register import Query
from eduportal.safety import limits
from eduportal.search import keep_out
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
import math

posts = limits.Limiter()
MINUTE, HOUR, DAY = 60, 3600, 86400
LIMITS = {"visitor": (5, 10 * MINUTE), "everywhere": (20, HOUR), "portal": (60, HOUR)}
"""Of a visitor in a portal, of a visitor in all portals of this process, of a portal."""
LETTERS_PER_ADDRESS = (3, DAY)
"""Of all portals of this process together: hundreds of portals must not be one mail bomb."""
COUNTED = "eduportal.alerts.counted"


class AskForAlerts(BrowserView):
    """At a register and at a language root, with the register's own parameters."""

    page_heading = _("New documents by e-mail")

    index = ViewPageTemplateFile("ask.pt")
    asked = False
    error = ""
    email = ""

    def __call__(self) -> str:
        if not self.offered:
            raise NotFound(self.request.get("ACTUAL_URL", ""))
        keep_out(self.request)
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method == "POST":
            self._take()
        return self.index()

    @cached_property
    def offered(self) -> bool:
        """Asked by the register's page before it shows the link."""
        return offered()

    @cached_property
    def language(self) -> str:
        return "en" if api.portal.get_current_language() == "en" else "vi"

    @cached_property
    def parameters(self) -> dict[str, str]:
        return searches.saved(Query.from_form(self.request.form))

    @cached_property
    def words(self) -> searches.Words:
        return searches.words(self.parameters, searches.place_of(self.context), self.language)

    def _take(self) -> None:
        if found_honeypot(self.request.form, required=True):
            deny()
        self.email = str(self.request.form.get("email", "")).strip()[:LONGEST_ADDRESS]
        if not is_address(self.email):
            self.error = _("Please write one e-mail address, such as ten@vi-du.vn.")
            return
        wait = self._wait()
        if wait:
            self.request.response.setStatus(429)
            self.request.response.setHeader("Retry-After", str(wait))
            self.error = _(
                "alert_too_many",
                default="Too many requests in a short time. Please try in ${minutes} minutes.",
                mapping={"minutes": math.ceil(wait / MINUTE)},
            )
            return
        self._keep()
        self.asked = True

    def _wait(self) -> int:
        """Seconds to wait, else the post is counted; one that Zope repeats is one post."""
        if COUNTED in self.request.environ:
            return 0
        portal = api.portal.get().getId()
        client = limits.visitor(self.request.getClientAddr())
        keys = {
            ("visitor", portal, client): "visitor",
            ("visitor", client): "everywhere",
            ("portal", portal): "portal",
        }
        wait = max(posts.wait(key, *LIMITS[name]) for key, name in keys.items())
        if not wait:
            self.request.environ[COUNTED] = True
            for key, name in keys.items():
                posts.count(key, LIMITS[name][1])
        return wait

    def _keep(self) -> None:
        portal = api.portal.get()
        now = datetime.now(UTC)
        receiver = ("address", limits.visitor(store.canonical(self.email)))
        if posts.wait(receiver, *LETTERS_PER_ADDRESS):
            return
        key = store.ask(
            portal,
            self.email,
            self.parameters,
            searches.place_of(self.context),
            self.language,
            now,
            now.astimezone(ZONE).date(),
        )
        if key is not None:
            url = f"{base_url(portal)}/{self.language}/@@alert-confirm?key={key}"
            described = self.words.in_mail(self.language)
            if letters.ask_to_confirm(self.email, described, url, self.language):
                posts.count(receiver, LETTERS_PER_ADDRESS[1])
