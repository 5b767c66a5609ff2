"""The record's page: a table of two columns, as readers know it from the legal sites."""

from dataclasses import dataclass
from eduportal import _
from eduportal.attachments.behavior import attached
from eduportal.attachments.summary import kind_of
from eduportal.attachments.summary import size_of
from eduportal.attachments.summary import summary
from eduportal.content_types.official_document.rules import shown
from eduportal.content_types.official_document.settings import terms_of
from eduportal.terms import find
from plone import api
from Products.Five.browser import BrowserView


@dataclass(frozen=True)
class Row:
    """A label and its value; ``lang`` where the value is not in the page's language."""

    label: str
    value: str
    lang: str | None = None
    iso: str = ""


class OfficialDocumentView(BrowserView):
    """Số, ký hiệu; ngày ban hành; hiệu lực; hình thức; lĩnh vực; cơ quan; người ký; tệp."""

    def rows(self) -> list[Row]:
        """What is known of the document; what is not is left out."""
        context = self.context
        language = api.portal.get_current_language()
        foreign = None if language == "vi" else "vi"
        rows = [
            Row(_("Number and symbol"), context.number or "", foreign),
            self._date(_("Date of issue"), context.issued_on),
            self._date(_("In force from"), context.effective_on),
            self._date(_("In force until"), context.expires_on),
            Row(_("Form of document"), _title("kinds", context.kind, language)),
            Row(_("Subject areas"), "; ".join(context.subject_areas or ()), foreign),
            Row(_("Issuing authority"), _title("issuers", context.issuer, language)),
            Row(_("Signed by"), context.signer or "", foreign),
            Row(
                _("Subject in English"),
                context.title_en or "",
                None if language == "en" else "en",
            ),
        ]
        return [row for row in rows if row.value]

    def files(self) -> list[dict]:
        """The attachments with address, format and size."""
        address = self.context.absolute_url()
        files = [summary(one.file, one.id, one.title) for one in attached(self.context)]
        return [
            {
                "title": file["title"] or file["filename"],
                "url": f"{address}/{file['path']}/@@download/file",
                "kind": kind_of(file),
                "size": size_of(file),
            }
            for file in files
        ]

    def _date(self, label: str, day) -> Row:
        return Row(label, shown(day) if day else "", iso=day.isoformat() if day else "")


def _title(name: str, value: str | None, language: str) -> str:
    """The listed name in the reader's language; what is no longer listed stands as stored."""
    term = find(terms_of(name), value) if value else None
    return term.title(language) if term else value or ""
