"""The portal's procedures as a workbook that an import reads back."""

from collections.abc import Iterator
from eduportal.content_types.official_document.related import outgoing
from eduportal.content_types.procedure.settings import terms_of
from eduportal.content_types.procedure.settings import title_of
from eduportal.procedures.columns import Column
from eduportal.procedures.columns import columns
from eduportal.procedures.rows import TYPE
from eduportal.spreadsheets import xlsx_text
from eduportal.vietnamese import fold
from io import BytesIO
from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from plone import api

STATES = {
    "draft": "Bản nháp",
    "submitted": "Chờ duyệt",
    "returned": "Trả lại chỉnh sửa",
    "scheduled": "Chờ đăng",
    "published": "Đã đăng",
    "withdrawn": "Đã gỡ",
}
WIDE = 40
NARROW = 18


def export() -> bytes:
    """An ``.xlsx`` of all procedures that whoever is signed in may see, by field and name."""
    return _workbook(_records())


def template() -> bytes:
    """The same without procedures: headings, and a sheet that explains them."""
    return _workbook(iter(()))


def cell(record, column: Column) -> str | int | None:
    """A field's value as a cell holds it."""
    value = getattr(record, column.token, None)
    match column.value:
        case "one":
            return title_of(column.list, value, "vi")
        case "some":
            return "\n".join(title_of(column.list, one, "vi") for one in value or ())
        case "lines" | "papers":
            return "\n".join(value or ())
        case "forms":
            names = names_of_forms()
            return "\n".join(names[uid] for uid in value or () if uid in names)
        case "documents":
            return "\n".join(_number(one) for one in outgoing(record, column.token) if _seen(one))
        case "whole" | "money":
            return value
    return value or ""


def names_of_forms() -> dict[str, str]:
    """The forms that this person may see, by their UIDs."""
    brains = api.portal.get_tool("portal_catalog")(portal_type="FormTemplate", show_inactive=True)
    return {brain.UID: brain.Title for brain in brains}


def _records() -> Iterator:
    brains = api.portal.get_tool("portal_catalog")(portal_type=TYPE, show_inactive=True)
    for brain in sorted(
        brains, key=lambda one: (fold(one.edu_area or ""), fold(one.Title), one.UID)
    ):
        yield brain.getObject()


def _workbook(records: Iterator) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Thủ tục")
    sheet.freeze_panes = "C2"
    for place, column in enumerate(columns(), start=1):
        wide = column.value in ("lines", "papers", "text") or column.token == "title"
        sheet.column_dimensions[get_column_letter(place)].width = WIDE if wide else NARROW
    sheet.append(
        [_heading(sheet, column.vi) for column in columns()] + [_heading(sheet, "Trạng thái")]
    )
    for record in records:
        state = STATES.get(api.content.get_state(record), "")
        values = [*(cell(record, column) for column in columns()), state]
        sheet.append([_cell(sheet, value) for value in values])
    _instructions(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _instructions(book: Workbook) -> None:
    sheet = book.create_sheet("Hướng dẫn")
    for letter, width in (("A", 38), ("B", 80), ("C", 34), ("D", 80)):
        sheet.column_dimensions[letter].width = width
    sheet.append(
        [_heading(sheet, text) for text in ("Cột", "Cách ghi", "Column", "How to fill it in")]
    )
    for column in columns():
        hints = [column.hint_vi, column.hint_en]
        if column.list:
            listed = _terms(column.list)
            hints = [f"{hint} {names}".strip() for hint, names in zip(hints, listed, strict=True)]
        sheet.append([_cell(sheet, text) for text in (column.vi, hints[0], column.en, hints[1])])


def _terms(name: str) -> tuple[str, str]:
    terms = terms_of(name)
    return "; ".join(one.vi for one in terms), "; ".join(one.en for one in terms)


def _heading(sheet, text: str):
    made = xlsx_text(sheet, text)
    made.font = Font(bold=True)
    made.alignment = Alignment(wrap_text=True, vertical="top")
    return made


def _cell(sheet, value: str | int | None):
    if not isinstance(value, str):
        return value
    made = xlsx_text(sheet, value)
    made.alignment = Alignment(wrap_text=True, vertical="top")
    return made


def _number(document) -> str:
    return document.number or document.title


def _seen(document) -> bool:
    """A document that this person may not see would be told of."""
    return api.user.has_permission("View", obj=document)
