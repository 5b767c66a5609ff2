"""The newest documents of the register."""

from eduportal import _
from eduportal.face.pages.entries import entries
from eduportal.home.blocks.listing import Listing
from eduportal.home.contents import newest
from eduportal.home.options import ISix
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Documents(Listing):
    """Of the whole portal: a document is registered once and listed in both languages.

    By date of issue: a clerk who files old documents must not push the new ones off.
    """

    all_told = True
    title = _("New documents")
    options = ISix
    section_id = "document-register"
    more_title = _("All documents")

    body = ViewPageTemplateFile("documents.pt")

    def update(self) -> None:
        found = newest(
            self.settings["count"], sort_on="edu_issued_on", portal_type="OfficialDocument"
        )
        self.lines = entries(found, self.language)
