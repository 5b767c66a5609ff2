"""The parent's page of its member units, by kind (Kon Tum; Thủ Dầu Một: unit directory)."""

from datetime import date
from eduportal.face.dates import short
from eduportal.face.place import Place
from functools import cached_property
from Products.Five.browser import BrowserView


class MemberUnits(Place, BrowserView):
    """Shows what each member's snapshot tells."""

    @cached_property
    def kinds(self) -> list[dict]:
        """``kind_title`` and ``units`` (name, url, phone, email, address, updated) per kind."""
        # imported late: federation itself reads the views' names of neighbouring portals
        from eduportal.federation import members

        return members(self.portal)

    def day(self, updated: date) -> str:
        return short(updated)
