"""The resource's page."""

from eduportal import _
from eduportal.attachments.summary import kind_of
from eduportal.attachments.summary import size_of
from eduportal.attachments.summary import summary
from eduportal.content_types.resource.settings import terms_of
from eduportal.terms import find
from plone import api
from Products.Five.browser import BrowserView


class ResourceView(BrowserView):
    """What it is, for whom, from where, and the way to it."""

    def rows(self) -> list[dict]:
        """What is known of the resource; what is not is left out."""
        context = self.context
        levels = ", ".join(self._title("levels", level) for level in context.school_levels or ())
        rows = [
            (_("Kind of resource"), self._title("kinds", context.kind)),
            (_("School subject"), self._title("subjects", context.school_subject)),
            (_("Subject group"), self._title("groups", context.subject_group)),
            (_("School levels"), levels),
            (_("Grades"), ", ".join(context.grades or ())),
            (_("Author"), context.author or ""),
            (_("Origin"), self._title("origins", context.origin)),
            (_("Source"), context.source or ""),
            (_("Licence"), self._title("licences", context.licence)),
        ]
        return [{"label": label, "value": value} for label, value in rows if value]

    def file(self) -> dict | None:
        """The file's address, format and size."""
        if self.context.file is None:
            return None
        file = summary(self.context.file, "", self.context.title)
        return {
            "url": f"{self.context.absolute_url()}/@@download/file",
            "title": file["filename"],
            "kind": kind_of(file),
            "size": size_of(file, api.portal.get_current_language()),
        }

    def _title(self, name: str, value: str | None) -> str:
        term = find(terms_of(name), value) if value else None
        return term.title(api.portal.get_current_language()) if term else value or ""
