"""Buttons of the editor's report: a note is left for the reader, nothing is done in the request."""

from eduportal import _
from eduportal.attachments.behavior import IAttached
from eduportal.fulltext import open_formats
from eduportal.fulltext.queue import ask_again
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly
from Products.Five.browser import BrowserView


class Noted(BrowserView):
    """A POST with Plone's token; afterwards the browser is where the file is shown."""

    def __call__(self) -> str:
        PostOnly(self.request)
        CheckAuthenticator(self.request)
        api.portal.show_message(self.note(), self.request)
        parent = self.context.aq_parent
        place = parent if IAttached.providedBy(parent) else self.context
        self.request.response.redirect(f"{place.absolute_url()}/view")
        return ""


class ReadAgain(Noted):
    """``<file>/@@read-again``"""

    def note(self) -> str:
        ask_again(self.context)
        return _("The file will be read again in a few minutes.")


class AddOpenFormat(Noted):
    """``<file>/@@add-open-format``"""

    def note(self) -> str:
        if not open_formats.offered(self.context):
            return _("This file cannot be converted here, or there is a copy already.")
        open_formats.ask(self.context)
        return _("A converted copy will be added beside the file in a few minutes.")
