"""The page at an address where there is nothing: what to do next, in the page's language."""

from eduportal import _
from eduportal.face.place import Place
from eduportal.face.tree import branches
from functools import cached_property
from Products.CMFPlone.browser.exceptions import ExceptionView


class Missing(Place, ExceptionView):
    """Moved content is redirected first; what Plone would suggest besides is left out."""

    page_heading = _("This page cannot be found")

    @cached_property
    def language(self) -> str:
        """The language of the address asked for: nothing is there that would have one."""
        asked = self.request.get("ACTUAL_URL", "")
        return "en" if asked.startswith(f"{self.portal.absolute_url()}/en/") else "vi"

    @property
    def branches(self) -> list:
        return branches(self.portal, self.language)
