"""What the administrator's pages have in common."""

from datetime import datetime
from eduportal.accounts.people import DUTIES
from eduportal.accounts.people import groups
from functools import cached_property
from plone import api
from Products.Five import BrowserView
from Products.statusmessages.interfaces import IStatusMessage
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


class AccountsPage(BrowserView):
    """Kept out of every cache: people's addresses stand on it."""

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method == "POST":
            answer = self.post()
            if answer is not None:
                return answer
        return self.index()

    def post(self) -> str | None:
        """What a form asks for; None to show the page."""

    @cached_property
    def portal(self):
        return api.portal.get()

    @cached_property
    def url(self) -> str:
        return self.portal.absolute_url()

    @cached_property
    def groups(self) -> dict[str, str]:
        return groups(self.portal)

    def duty(self, name: str):
        """What members of a group may do."""
        return DUTIES.get(name, "")

    def when(self, moment: datetime | None) -> str:
        return "" if moment is None else moment.astimezone(ZONE).strftime("%d/%m/%Y %H:%M")

    def minutes(self, seconds: int) -> str:
        return str(-(-seconds // 60))

    def text(self, name: str) -> str:
        """A field of the form as one line."""
        value = self.request.form.get(name, "")
        return " ".join(value.split()) if isinstance(value, str) else ""

    def tell(self, message, kind: str = "info") -> None:
        IStatusMessage(self.request).addStatusMessage(message, kind)

    def lead_to(self, address: str) -> str:
        self.request.response.redirect(address)
        return ""
