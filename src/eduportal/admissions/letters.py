"""The letter to those admitted (giấy báo nhập học), from a template, for one case or for all."""

from collections.abc import Iterable
from eduportal.admissions import results
from eduportal.admissions.persons import born
from eduportal.admissions.persons import person
from eduportal.admissions.seasons import results_are_public
from eduportal.content_types.admission_season.vocabularies import GRADES
from eduportal.face.dates import short
from eduportal.form_templates import render
from eduportal.form_templates import values_of_case
from eduportal.form_templates import values_of_unit
from eduportal.form_templates.filled import TYPES
from eduportal.form_templates.shipped.docx import docx
from eduportal.form_templates.shipped.reading import read
from eduportal.vietnamese import slug
from functools import cache
from importlib import resources
from io import BytesIO
from plone import api
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile
from zope.i18n import translate

SHIPPED = "giay-bao-nhap-hoc"
DOCX = TYPES["docx"]
MOST = 1000
"""Letters in one archive."""


@cache
def shipped() -> bytes:
    """The kit's own letter, with its placeholders."""
    file = resources.files("eduportal.admissions") / "data" / f"{SHIPPED}.txt"
    text = read(SHIPPED, file.read_text(encoding="utf-8"))
    return docx(text.title, text.blocks)


def template_of(season) -> tuple[bytes, str]:
    """The letter's template and its kind: the season's own, else the kit's."""
    chosen = _chosen(season)
    if chosen is None:
        return shipped(), "docx"
    files = chosen.files()
    kind = "docx" if "docx" in files else next(iter(files))
    return files[kind].data, kind


def may_have_letter(season, case) -> bool:
    """Whether a family may have its letter now."""
    return results_are_public(season) and results.result_of(case).holds_a_place


def letter(portal, season, case) -> tuple[bytes, str]:
    """The filled letter and its kind."""
    data, kind = template_of(season)
    return _filled(portal, season, case, data), kind


def archive(portal, season, cases: Iterable) -> bytes:
    """A ZIP of letters, each named after registration number or case number, never a person."""
    data, kind = template_of(season)
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as packed:
        for case in cases:
            name = results.result_of(case).number or str(case.number)
            filled = _filled(portal, season, case, data)
            packed.writestr(f"{SHIPPED}-{slug(name)}.{kind}", filled)
    return stream.getvalue()


def values_of(season, case) -> dict[str, str]:
    """``tuyen_sinh.*``; a line of dots where nothing is known."""
    result = results.result_of(case)
    until = result.until or season.enrol_until
    grade = translate(GRADES.get(season.grade, ""), domain="eduportal", target_language="vi")
    known = {
        "tuyen_sinh.ky": season.title,
        "tuyen_sinh.nam_hoc": season.school_year,
        "tuyen_sinh.cap_lop": grade.lower(),
        "tuyen_sinh.ho_ten": person(case),
        "tuyen_sinh.ngay_sinh": short(born(case)),
        "tuyen_sinh.so_bao_danh": result.number,
        "tuyen_sinh.ket_qua": results.said(result.outcome, "vi"),
        "tuyen_sinh.diem": results.points_shown(result.points, "vi"),
        "tuyen_sinh.lop": result.class_name,
        "tuyen_sinh.ghi_chu": result.note,
        "tuyen_sinh.han_xac_nhan": short(until),
        "tuyen_sinh.lien_he": season.contact or "",
    }
    details = (
        f"Điểm xét tuyển: {known['tuyen_sinh.diem']}" if result.points else "",
        f"Lớp: {result.class_name}" if result.class_name else "",
        result.note,
    )
    known = {name: value for name, value in known.items() if value}
    # without points, class and note there is nothing to write on either
    return known | {"tuyen_sinh.chi_tiet": "; ".join(one for one in details if one)}


def _filled(portal, season, case, data: bytes) -> bytes:
    values = values_of_unit(portal) | values_of_case(case) | values_of(season, case)
    return render(data, values)


def _chosen(season):
    """The template an editor chose, while it exists and has a file."""
    uid = season.letter
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(UID=uid, portal_type="FormTemplate") if uid else ()
    found = brains[0]._unrestrictedGetObject() if brains else None
    return found if found is not None and found.files() else None
