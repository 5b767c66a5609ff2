"""``@@notification-settings``: which mails a member of the board gets. In the personal menu."""

from eduportal import _
from eduportal.notifications import people
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

CHOICES = {
    people.EACH: _("A mail for each step, and the weekly summary"),
    people.WEEKLY: _("Only the weekly summary, on Monday morning"),
    people.OFF: _("No mails"),
}


class NotificationSettings(BrowserView):
    """Three choices and a button; a member changes nobody's but their own."""

    page_heading = _("Mails from the portal")

    index = ViewPageTemplateFile("settings_page.pt")

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            self._keep(self.request.form.get("mails"))
        return self.index()

    @property
    def member(self):
        return api.user.get_current()

    @property
    def address(self) -> str:
        return self.member.getProperty("email", "") or ""

    def choices(self) -> list[dict]:
        """``value``, ``title`` and ``chosen`` of each choice."""
        now = people.wish(self.member)
        return [
            {"value": value, "title": title, "chosen": "checked" if value == now else None}
            for value, title in CHOICES.items()
        ]

    def _keep(self, chosen) -> None:
        if chosen in CHOICES:
            self.member.setMemberProperties({people.PROPERTY: chosen})
            api.portal.show_message(_("Kept."), self.request)
        else:
            sentence = _("Choose one of the three.")
            api.portal.show_message(sentence, self.request, type="error")
