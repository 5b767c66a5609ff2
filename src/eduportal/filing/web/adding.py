"""The entry "Several documents from a table" in the menu "Add new" of a section."""

from eduportal import _
from eduportal.filing.known import TYPE
from plone.app.content import browser
from plone.app.content.browser.folderfactories import FolderFactoriesView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class FactoriesWithFiling(FolderFactoriesView):
    """Plone's list of what can be added, with the import behind the document."""

    index = ViewPageTemplateFile("folderfactories.pt", browser.__path__[0])

    def addable_types(self, include=None) -> list[dict]:
        types = super().addable_types(include)
        place = next((at for at, one in enumerate(types, 1) if one["id"] == TYPE), None)
        if place is not None:
            types.insert(place, self._entry(types[place - 1]))
        return types

    def _entry(self, document: dict) -> dict:
        return document | {
            "id": "file-documents",
            "title": _("Several documents from a table"),
            "description": _("Import an Excel table with a ZIP of files."),
            "action": f"{self.add_context().absolute_url()}/@@file-documents",
            "extra": {
                "id": "file-documents",
                "separator": None,
                "class": "contenttype-file-documents",
            },
        }
