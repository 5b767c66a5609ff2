"""The parent's page of its member units, by kind (Kon Tum; Thủ Dầu Một: unit directory)."""

from datetime import datetime
from eduportal.face.dates import ZONE
from eduportal.face.dates import short
from eduportal.face.place import Place
from eduportal.federation import members
from functools import cached_property
from Products.Five.browser import BrowserView


class MemberUnits(Place, BrowserView):
    """Shows what each member's snapshot tells."""

    @cached_property
    def kinds(self) -> list[dict]:
        """``kind_title`` and ``units`` (name, url, phone, email, address, updated) per kind."""
        return members(self.portal, self.language)

    def day(self, updated: datetime) -> str:
        return short(updated.astimezone(ZONE).date())
