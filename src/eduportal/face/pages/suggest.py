"""What may be meant by what somebody is typing, for the search boxes of the portal."""

from eduportal import search
from eduportal.face.pages.entries import entries
from eduportal.face.place import Place
from plone import api
from Products.Five.browser import BrowserView
import json

SHORTEST = 2
"""Letters; one letter begins everything."""
# In the visitor's own browser for a minute. Never in a cache that others share: what is withdrawn
# must not go on to be offered, and what somebody signed in may see is not for others.
VISITORS = "private, max-age=60"
SIGNED_IN = "no-store"


class Suggest(Place, BrowserView):
    """``@@suggest?q=``: a JSON list of title, number and url, the best eight."""

    def __call__(self) -> str:
        response = self.request.response
        response.setHeader("Content-Type", "application/json; charset=utf-8")
        search.keep_out(self.request)
        response.setHeader("Cache-Control", VISITORS if self.anonymous else SIGNED_IN)
        return json.dumps(self.offered, ensure_ascii=False)

    @property
    def offered(self) -> list[dict[str, str]]:
        typed = search.text(self.request.form, "q")
        if len(typed) < SHORTEST:
            return []
        catalog = api.portal.get_tool("portal_catalog")
        found = search.suggestions(catalog, typed, self.language)
        return [
            {"title": entry.title, "number": entry.number, "url": entry.url}
            for entry in entries(found, self.language)
        ]
