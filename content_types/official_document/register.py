"""The register's list: the same records in the Vietnamese and in the English section."""

from eduportal.attachments.summary import kind_of
from eduportal.attachments.summary import size_of
from eduportal.content_types.official_document.filters import Filters
from eduportal.content_types.official_document.filters import filters_from
from eduportal.content_types.official_document.filters import query_of
from eduportal.content_types.official_document.filters import visible_values
from eduportal.content_types.official_document.rules import shown
from eduportal.content_types.official_document.settings import terms_of
from eduportal.sections import find
from eduportal.vietnamese import fold
from functools import cached_property
from plone import api
from plone.batching import Batch
from Products.Five.browser import BrowserView

PAGE = 20
# The register proper lists every record of the portal, wherever it was filed.
WHOLE_PORTAL = "document-register"


class DocumentRegister(BrowserView):
    """STT, số, ký hiệu, ngày ban hành, trích yếu, hình thức, cơ quan ban hành, tệp."""

    @cached_property
    def filters(self) -> Filters:
        return filters_from(self.request.form)

    @cached_property
    def language(self) -> str:
        return api.portal.get_current_language()

    def batch(self) -> Batch:
        """One page of catalogue entries, the newest document first."""
        catalog = api.portal.get_tool("portal_catalog")
        brains = catalog(
            **self.scope,
            **query_of(self.filters),
            sort_on="edu_issued_on",
            sort_order="descending",
        )
        return Batch(brains, PAGE, self.filters.start)

    def rows(self, batch: Batch) -> list[dict]:
        """What the table shows of one page."""
        return [
            {
                "position": position,
                "url": brain.getURL(),
                "number": brain.edu_number,
                "issued_on": shown(brain.edu_issued_on) if brain.edu_issued_on else "",
                "issued_iso": brain.edu_issued_on.isoformat() if brain.edu_issued_on else "",
                "title": brain.Title,
                "title_en": brain.edu_title_en if self.language == "en" else "",
                "kind": self.names["kinds"].get(brain.edu_kind, brain.edu_kind),
                "issuer": self.names["issuers"].get(brain.edu_issuer, brain.edu_issuer),
                "files": [self._file(brain, file) for file in brain.edu_attachments or ()],
            }
            for position, brain in enumerate(batch, start=batch.start)
        ]

    def choices(self) -> dict[str, list[dict]]:
        """What can be chosen: only values of records that this visitor may see."""
        values = visible_values(self.scope)
        return {
            "kind": self._options("kinds", values["edu_kind"], self.filters.kind),
            "issuer": self._options("issuers", values["edu_issuer"], self.filters.issuer),
            "year": [
                {"value": str(year), "title": str(year), "selected": year == self.filters.year}
                for year in sorted(values["years"], reverse=True)
            ],
        }

    @cached_property
    def scope(self) -> dict:
        """Which records belong to this section, in whichever language it is read."""
        scope = {"portal_type": "OfficialDocument"}
        section_id = self.context.section_id
        if section_id != WHOLE_PORTAL:
            home = (find(section_id, "vi") if section_id else None) or self.context
            scope["path"] = "/".join(home.getPhysicalPath())
        return scope

    @cached_property
    def names(self) -> dict[str, dict[str, str]]:
        """Stored value to name in the reader's language."""
        return {
            "kinds": {term.token: term.title(self.language) for term in terms_of("kinds")},
            "issuers": {term.vi: term.title(self.language) for term in terms_of("issuers")},
        }

    def _options(self, name: str, values: set[str], chosen: str) -> list[dict]:
        options = [
            {
                "value": value,
                "title": self.names[name].get(value, value),
                "selected": value == chosen,
            }
            for value in values
        ]
        return sorted(options, key=lambda option: fold(option["title"]))

    def _file(self, brain, file: dict) -> dict:
        return {
            "url": f"{brain.getURL()}/{file['path']}/@@download/file",
            "title": file["title"] or file["filename"],
            "kind": kind_of(file),
            "size": size_of(file),
        }
