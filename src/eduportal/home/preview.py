"""``@@home-preview``: the draft as visitors would see it, to those who may publish it."""

from eduportal import _
from eduportal.home import store
from eduportal.home.arrangement import Arrangement
from eduportal.home.page import PortalHome


class HomePreview(PortalHome):
    """Kept by nobody: neither this portal's memory, nor a proxy, nor the browser."""

    preview = True
    page_heading = _("Preview of the home page")

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        self.request.response.setHeader("X-Robots-Tag", "noindex")
        return self.index()

    @property
    def arrangement(self) -> Arrangement:
        return store.draft()
