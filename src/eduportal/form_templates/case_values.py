"""What a template says of a case and its applicant."""

from datetime import date
from datetime import datetime
from eduportal import _
from eduportal.cases import Case
from eduportal.cases import Entry
from eduportal.cases import codes
from eduportal.cases import service_of
from eduportal.content_types.form_template.rendering import Values
from eduportal.face.dates import ZONE
from eduportal.face.dates import short
from eduportal.face.dates import today
from zope.i18n import translate


def values_of_case(case: Case) -> Values:
    """``nguoi_nop.*``, ``ho_so.*``, ``tra_loi.*``, ``hom_nay.*`` and the two lists, in Vietnamese.

    An answer that was left out is empty; a field that the form does not have stays a dotted line.
    """
    applicant, service = case.applicant, service_of(case)
    asked = [one.text for one in case.messages if one.by and one.text]
    day = today()
    values = {
        "nguoi_nop.ho_ten": applicant.name,
        "nguoi_nop.ngay_sinh": short(applicant.birth_date),
        "nguoi_nop.dien_thoai": applicant.phone,
        "nguoi_nop.thu_dien_tu": applicant.email,
        "ho_so.ma": codes.shown(case.code),
        "ho_so.dich_vu": service.title if service is not None else case.service_title,
        "ho_so.ngay_nop": f"{case.opened.astimezone(ZONE):%H:%M, %d/%m/%Y}",
        "ho_so.ngay_hen": short(case.due),
        "ho_so.ket_qua": case.result_text,
        "ho_so.ly_do": case.reason,
        "ho_so.yeu_cau": asked[-1] if asked else "",
        "hom_nay.ngay": f"{day.day:02}",
        # Nghị định 30/2020, Phụ lục I, II.4: days below 10 and the months 1 and 2 with a zero
        "hom_nay.thang": f"{day.month:02}" if day.month < 3 else str(day.month),
        "hom_nay.nam": str(day.year),
    }
    values |= {f"tra_loi.{entry.name}": written(entry) for entry in case.entries}
    answers = [entry for entry in case.entries if entry.kind != "file"]
    files = [entry for entry in case.entries if entry.kind == "file" and entry.value]
    values["cau_tra_loi"] = [
        {"stt": str(number), "nhan": entry.label, "gia_tri": written(entry)}
        for number, entry in enumerate(answers, 1)
    ]
    values["giay_to"] = [
        {"stt": str(number), "ten": entry.label} for number, entry in enumerate(files, 1)
    ]
    return values


def written(entry: Entry) -> str:
    """An answer as it stands on paper."""
    value = entry.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return translate(_("Yes") if value else _("No"), target_language="vi")
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return short(value)
    if isinstance(value, list | tuple):
        return "\n".join(str(one) for one in value)
    return str(value)
