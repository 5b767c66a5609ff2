"""The record's page: a table of two columns, as readers know it from the legal sites."""

from dataclasses import dataclass
from datetime import date
from eduportal import _
from eduportal.attachments.behavior import seen
from eduportal.attachments.summary import kind_of
from eduportal.attachments.summary import size_of
from eduportal.attachments.summary import summary
from eduportal.content_types.official_document import numbers
from eduportal.content_types.official_document import validity
from eduportal.content_types.official_document.effects import boundaries_of
from eduportal.content_types.official_document.related import Related
from eduportal.content_types.official_document.related import groups
from eduportal.content_types.official_document.rules import shown
from eduportal.content_types.official_document.settings import terms_of
from eduportal.content_types.official_document.states import TITLES
from eduportal.sections import find as find_section
from eduportal.terms import find
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from urllib.parse import urlencode


@dataclass(frozen=True)
class Row:
    """A label and its value; ``lang`` where the value is not in the page's language."""

    label: str
    value: str
    lang: str | None = None
    iso: str = ""


class OfficialDocumentView(BrowserView):
    """Số, ký hiệu; các ngày; hình thức; lĩnh vực; cơ quan; người ký; nơi nhận; quan hệ; tệp."""

    @cached_property
    def language(self) -> str:
        return api.portal.get_current_language()

    @cached_property
    def foreign(self) -> str | None:
        """The language of what only the document itself says, where the page's is another."""
        return None if self.language == "vi" else "vi"

    @cached_property
    def boundaries(self) -> validity.Boundaries:
        return boundaries_of(self.context)

    def rows(self) -> list[Row]:
        """What is known of the document; what is not is left out."""
        context, foreign = self.context, self.foreign
        signer = ", ".join(one for one in (context.signer, context.signer_title) if one)
        rows = [
            Row(_("Number and symbol"), context.number or "", foreign),
            self._date(_("Date of issue"), context.issued_on),
            self._date(_("In force from"), context.effective_on),
            self._date(_("No longer in force from"), self.boundaries.ends or context.expires_on),
            Row(_("Form of document"), _title("kinds", context.kind, self.language)),
            Row(_("Subject areas"), "; ".join(context.subject_areas or ()), foreign),
            self._issuer(),
            Row(_("Signed by"), signer, foreign),
            Row(_("Addressees"), "; ".join(context.addressees or ()), foreign),
            Row(
                _("Subject in English"),
                context.title_en or "",
                None if self.language == "en" else "en",
            ),
        ]
        return [row for row in rows if row.value]

    def validity(self) -> dict | None:
        """The state in words, and since when and until when; nothing for letters."""
        days = self.boundaries
        state = validity.of(days, validity.today())
        if state == validity.NONE:
            return None
        since = {
            validity.NOT_YET: days.starts,
            validity.PARTLY_EXPIRED: days.partly,
            validity.SUSPENDED: days.suspended,
            validity.EXPIRED: days.ends,
        }.get(state)
        until = days.resumed if state == validity.SUSPENDED else None
        return {
            "state": state,
            "title": TITLES[state],
            "since": shown(since) if since else "",
            "until": shown(until) if until else "",
        }

    def doubt(self) -> dict | None:
        """For editors: the number names another year than the date, which is seldom meant."""
        number, issued_on = self.context.number, self.context.issued_on
        may_edit = api.user.has_permission("Modify portal content", obj=self.context)
        if not may_edit or not numbers.years_differ(number, issued_on):
            return None
        year = str(numbers.parse(number).year)
        return {"number": number, "year": year, "issued": shown(issued_on)}

    def relations(self) -> list[dict]:
        """What the document does to others and others to it, one row for each name."""
        found: dict[str, dict[str, Related]] = {}
        for group in groups(self.context):
            named = found.setdefault(group.title(self.language), {})
            named |= {one.uid: one for one in group.documents}
        return [
            {"label": label, "documents": [self._related(one) for one in documents.values()]}
            for label, documents in found.items()
        ]

    def alike(self) -> list[dict]:
        """Ways into the register: documents of the same area, authority, form and signer."""
        register = find_section("document-register", self.language)
        if register is None:
            return []
        context, language = self.context, self.language
        wanted = [
            *((_("Same subject area"), "area", one, one) for one in context.subject_areas or ()),
            (
                _("Same issuing authority"),
                "issuer",
                context.issuer,
                _title("issuers", context.issuer, language),
            ),
            (_("Same form"), "kind", context.kind, _title("kinds", context.kind, language)),
            (_("Same signer"), "signer", context.signer, context.signer),
        ]
        return [
            {
                "label": label,
                "title": title,
                "lang": self.foreign if title == value else None,
                "url": f"{register.absolute_url()}?{urlencode({name: value})}",
            }
            for label, name, value, title in wanted
            if value
        ]

    def files(self) -> list[dict]:
        """The attachments with address, format and size."""
        address = self.context.absolute_url()
        files = [summary(one.file, one.id, one.title) for one in seen(self.context)]
        return [
            {
                "title": file["title"] or file["filename"],
                "url": f"{address}/{file['path']}/@@download/file",
                "kind": kind_of(file),
                "size": size_of(file, self.language),
            }
            for file in files
        ]

    def _issuer(self) -> Row:
        """An office that has no English name keeps its Vietnamese one."""
        stored = self.context.issuer or ""
        title = _title("issuers", stored, self.language)
        return Row(_("Issuing authority"), title, self.foreign if title == stored else None)

    def _date(self, label: str, day: date | None) -> Row:
        return Row(label, shown(day) if day else "", iso=day.isoformat() if day else "")

    def _related(self, one: Related) -> dict:
        return {
            "url": one.url,
            "number": one.number,
            "title": one.title,
            "issued_on": shown(one.issued_on) if one.issued_on else "",
            "since": shown(one.since) if one.since else "",
        }


def _title(name: str, value: str | None, language: str) -> str:
    """The listed name in the reader's language; what is no longer listed stands as stored."""
    term = find(terms_of(name), value) if value else None
    return term.title(language) if term else value or ""
