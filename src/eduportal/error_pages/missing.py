"""The page at an address where there is nothing: what to do next, in the page's language."""

from eduportal import _
from eduportal import search
from eduportal.face.pages.entries import Entry
from eduportal.face.pages.entries import entries
from eduportal.face.place import Place
from eduportal.face.tree import branches
from functools import cached_property
from plone import api
from Products.CMFPlone.browser.exceptions import ExceptionView
from urllib.parse import unquote
import re

LONGEST = 80
"""Letters of an address that are looked for; a machine's guesses are longer."""
MOST = 5
NOT_WORDS = re.compile(r"[^\w]+|_")
ENDING = re.compile(r"\.[a-z0-9]{1,5}$", re.IGNORECASE)


class Missing(Place, ExceptionView):
    """Moved content is redirected first."""

    page_heading = _("This page cannot be found")

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "no-store")
        return super().__call__()

    @cached_property
    def language(self) -> str:
        """The language of the address asked for: nothing is there that would have one."""
        asked = self.request.get("ACTUAL_URL", "")
        return "en" if f"{asked}/".startswith(f"{self.portal.absolute_url()}/en/") else "vi"

    @property
    def branches(self) -> list:
        return branches(self.portal, self.language)

    @cached_property
    def words(self) -> str:
        """The last step of the address as somebody would type it: addresses are made of titles."""
        last = unquote(self.request.get("ACTUAL_URL", "").rstrip("/").rsplit("/", 1)[-1])
        if last.startswith(("@@", "++")) or len(last) > LONGEST:
            return ""
        spoken = NOT_WORDS.sub(" ", ENDING.sub("", last)).strip()
        return search.shown(spoken) if re.search(r"[^\W\d]{2}", spoken) else ""

    @property
    def near(self) -> list[Entry]:
        """What has these words in its title, as far as this visitor may see it."""
        if not self.words:
            return []
        catalog = api.portal.get_tool("portal_catalog")
        found = search.suggestions(catalog, self.words, self.language)[:MOST]
        return entries(found, self.language)
