"""The one address that a page is known by; pages upon an item (forms, search) have none."""

from eduportal.face.place import Place
from plone.memoize.view import memoize
from zope.component import getMultiAdapter

OK = 200
LASTS = ("", "/view")
INDEXED = ("sitemap", "@@sitemap")
"""Pages at a language root that search engines may keep although they are no item's own."""


class OwnPage(Place):
    """Mixed into views and viewlets; needs ``context`` and ``request``."""

    @property
    @memoize
    def address(self) -> str:
        """The canonical address of the item whose own page this is, else ``""``.

        Later pages of a long list are pages of their own; other parameters change nothing that
        search engines shall keep.
        """
        if self.request.response.getStatus() != OK:
            return ""
        state = getMultiAdapter((self.context, self.request), name="plone_context_state")
        canonical = state.canonical_object_url()
        asked = self.request.get("ACTUAL_URL", "").rstrip("/")
        own = {f"{url}{last}" for url in (canonical, self.context.absolute_url()) for last in LASTS}
        if asked not in own:
            return ""
        start = str(self.request.form.get("b_start", "0"))
        later = start.isascii() and start.isdecimal() and int(start) > 0
        return f"{canonical}?b_start:int={int(start)}" if later else canonical

    @property
    def indexed(self) -> bool:
        """Whether search engines may keep this page."""
        last = self.request.get("ACTUAL_URL", "").rstrip("/").rpartition("/")[2]
        return bool(self.address) or last in INDEXED
