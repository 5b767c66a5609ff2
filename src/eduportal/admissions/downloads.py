"""Tables and letters: for officers of the season's services, and a family's own letter."""

from eduportal.admissions import applicants
from eduportal.admissions import exporting
from eduportal.admissions import letters
from eduportal.admissions import seasons
from eduportal.admissions.layouts import layouts
from eduportal.admissions.officers import Officers
from eduportal.cases import by_number
from eduportal.cases import proof
from eduportal.face.place import Place
from eduportal.form_templates.filled import TYPES
from itertools import islice
from Products.Five.browser import BrowserView
from zExceptions import NotFound


def handed(request, data: bytes, content_type: str, name: str) -> bytes:
    """A file about persons: for this one reader, never kept on the way."""
    for header, value in (
        ("Content-Type", content_type),
        ("Content-Disposition", f'attachment; filename="{name}"'),
        ("Cache-Control", "private, no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Robots-Tag", "noindex"),
    ):
        request.response.setHeader(header, value)
    return data


class ApplicantsTable(Officers, BrowserView):
    """``@@applicants.xlsx?season=…&layout=results|csdl``."""

    def __call__(self) -> bytes:
        self.guard()
        layout = layouts().get(str(self.request.form.get("layout", "results")))
        if layout is None:
            raise NotFound("layout")
        found = applicants.applicants(self.portal, self.season, self.services)
        if layout.id != "results":
            found = [one for one in found if one.line.holds_a_place]
        cases = (by_number(self.portal, one.row.number) for one in found)
        data = exporting.workbook(layout, cases, self.language)
        self.note("admissions.exported", layout=layout.id, count=len(found))
        name = f"tuyen-sinh-{layout.id}-{self.season.getId()}.xlsx"
        return handed(self.request, data, exporting.XLSX, name)


class LettersArchive(Officers, BrowserView):
    """``@@admission-letters.zip?season=…``: of all that hold a place, or of one case."""

    def __call__(self) -> bytes:
        self.guard()
        found = applicants.applicants(self.portal, self.season, self.services)
        admitted = [one.row.number for one in found if one.line.holds_a_place]
        cases = (by_number(self.portal, one) for one in islice(admitted, letters.MOST))
        data = letters.archive(self.portal, self.season, cases)
        self.note("admissions.letters", count=min(len(admitted), letters.MOST))
        name = f"giay-bao-{self.season.getId()}.zip"
        return handed(self.request, data, "application/zip", name)


class LetterTemplate(BrowserView):
    """``@@admission-letter-template.docx``: the kit's own letter, to be changed and uploaded."""

    def __call__(self) -> bytes:
        name = f"{letters.SHIPPED}.docx"
        return handed(self.request, letters.shipped(), letters.DOCX, name)


class OwnLetter(Place, BrowserView):
    """``@@admission-letter``: a post with the pass that the status page gave."""

    def __call__(self) -> bytes:
        given = self.request.form.get("pass")
        number = proof.read_pass(given) if self.request.method == "POST" else None
        case = by_number(self.portal, number) if number is not None else None
        season = seasons.season_of(case.service_uid) if case is not None else None
        if season is None or not letters.may_have_letter(season, case):
            raise NotFound("admission-letter")
        data, kind = letters.letter(self.portal, season, case)
        return handed(self.request, data, TYPES[kind], f"{letters.SHIPPED}.{kind}")
