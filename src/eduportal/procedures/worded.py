"""What the lists of procedures, services and forms have in common: a visitor narrows them."""

from eduportal import search
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView


class WordedList(BrowserView):
    """Only the whole list may be found by search engines, not every choice made in it."""

    def __call__(self) -> str:
        if self.request.get("QUERY_STRING"):
            search.keep_out(self.request)
        return self.index()

    @cached_property
    def language(self) -> str:
        return api.portal.get_current_language()

    @cached_property
    def typed(self) -> str:
        return search.text(self.request.form, "q")

    @cached_property
    def echoed(self) -> str:
        return search.shown(self.typed)
