"""The names that may stand in a template, with what each becomes.

Vietnamese without marks and blanks: an office types them on any keyboard, and nothing that a word
processor corrects can change them.
"""

from dataclasses import dataclass
from eduportal import _
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Known:
    """``name`` as it is typed between the braces."""

    name: str
    meaning: Message


@dataclass(frozen=True)
class Group:
    """Names that are filled in under the same circumstances."""

    title: Message
    names: tuple[Known, ...]


GROUPS = (
    Group(
        _("The unit: always filled in"),
        (
            Known("don_vi.ten", _("Name of the unit")),
            Known("don_vi.ten_hoa", _("Name of the unit in capitals")),
            Known("don_vi.ten_en", _("Name of the unit in English")),
            Known("don_vi.cap_tren", _("Name of the parent body")),
            Known("don_vi.cap_tren_hoa", _("Name of the parent body in capitals")),
            Known("don_vi.dia_chi", _("Address")),
            Known("don_vi.dia_danh", _("Place for the line of the date, out of the address")),
            Known("don_vi.dien_thoai", _("Telephone")),
            Known("don_vi.thu_dien_tu", _("Official e-mail")),
            Known("don_vi.trang_web", _("Address of this portal")),
        ),
    ),
    Group(
        _("The applicant: filled in for a case, otherwise a dotted line"),
        (
            Known("nguoi_nop.ho_ten", _("Applicant's full name")),
            Known("nguoi_nop.ngay_sinh", _("Date of birth")),
            Known("nguoi_nop.dien_thoai", _("Telephone")),
            Known("nguoi_nop.thu_dien_tu", _("E-mail")),
        ),
    ),
    Group(
        _("The case"),
        (
            Known("ho_so.ma", _("Code of the case")),
            Known("ho_so.dich_vu", _("Service")),
            Known("ho_so.ngay_nop", _("Day and hour of receipt")),
            Known("ho_so.ngay_hen", _("Day on which the result is due")),
            Known("ho_so.ket_qua", _("Result")),
            Known("ho_so.ly_do", _("Reason of a refusal")),
            Known("ho_so.yeu_cau", _("What was asked of the applicant last")),
            Known("tra_loi.*", _("One answer of the form, by the short name of its field")),
            Known("tuyen_sinh.*", _("What an admission season knows of the pupil")),
        ),
    ),
    Group(
        _("Today's date: filled in for a case, otherwise dots to write on"),
        (
            Known("hom_nay.ngay", _("Day")),
            Known("hom_nay.thang", _("Month")),
            Known("hom_nay.nam", _("Year")),
        ),
    ),
    Group(
        _("Lists: in one row of a table, which is repeated"),
        (
            Known("giay_to.stt", _("Number in the list of files")),
            Known("giay_to.ten", _("Label of a file that was sent in")),
            Known("cau_tra_loi.stt", _("Number in the list of answers")),
            Known("cau_tra_loi.nhan", _("Label of an answer")),
            Known("cau_tra_loi.gia_tri", _("The answer")),
        ),
    ),
)

KNOWN = tuple(known.name for group in GROUPS for known in group.names)
