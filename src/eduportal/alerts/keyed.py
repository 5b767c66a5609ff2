"""The pages that a mail's links lead to. Looking changes nothing: mail scanners follow links."""

from datetime import UTC
from datetime import datetime
from eduportal.alerts import publications
from eduportal.alerts import searches
from eduportal.alerts import store
from eduportal.mail.links import base_url
from eduportal.search import keep_out
from functools import cached_property
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import alsoProvides

LONGEST_KEY = 100


class KeyedPage(BrowserView):
    """``state`` is ``unknown``, ``ask`` or ``done``; a key that was wrong tells nothing more."""

    state = "unknown"

    def __call__(self) -> str:
        keep_out(self.request)
        response = self.request.response
        response.setHeader("Cache-Control", "private, no-store")
        # The key must not travel on to another site as the page one came from.
        response.setHeader("Referrer-Policy", "no-referrer")
        if self.subscription is not None:
            self.state = "ask"
        if self.request.method == "POST":
            # The key in the link is what proves that the receiver acts.
            alsoProvides(self.request, IDisableCSRFProtection)
            self.act()
        if self.state == "unknown":
            response.setStatus(404)
        return self.index()

    @cached_property
    def key(self) -> str:
        return str(self.request.form.get("key", ""))[:LONGEST_KEY]

    @cached_property
    def portal(self):
        return api.portal.get()

    @cached_property
    def words(self) -> searches.Words:
        one = self.subscription
        return searches.words(one["parameters"], one["place"], one["language"])


class ConfirmAlert(KeyedPage):
    """``@@alert-confirm?key=``: the receiver's yes."""

    index = ViewPageTemplateFile("confirm.pt")

    @cached_property
    def subscription(self):
        found = store.waiting(self.portal, self.key, datetime.now(UTC))
        return found[1] if found is not None else None

    def act(self) -> None:
        now = datetime.now(UTC)
        mark = publications.number_of(now)
        if store.confirm(self.portal, self.key, base_url(self.portal), mark, now):
            self.state = "done"


class StopAlert(KeyedPage):
    """``@@alert-stop?key=``: no more, by the page's button or the mail program's (RFC 8058)."""

    index = ViewPageTemplateFile("stop.pt")

    @cached_property
    def subscription(self):
        found = store.of_stop_key(self.portal, self.key)
        return found[1] if found is not None else None

    def act(self) -> None:
        found = store.of_stop_key(self.portal, self.key)
        if found is not None:
            store.drop(self.portal, found[0])
        # A second press of the button is no mistake.
        self.state = "done"


class AlertResults(BrowserView):
    """``@@alert-results?key=``: on to the register; the search's words stand in no mail."""

    def __call__(self) -> str:
        keep_out(self.request)
        self.request.response.setHeader("Cache-Control", "private, no-store")
        self.request.response.setHeader("Referrer-Policy", "no-referrer")
        portal = api.portal.get()
        key = str(self.request.form.get("key", ""))[:LONGEST_KEY]
        found = store.of_stop_key(portal, key)
        one = found[1] if found is not None else {}
        language = one.get("language", api.portal.get_current_language())
        self.request.response.redirect(
            searches.results_url(portal, one.get("parameters", {}), one.get("place", ""), language)
        )
        return ""
