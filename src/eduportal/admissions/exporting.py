"""The applicants of a season as a workbook: to fill in results, or for the ministry's database."""

from collections.abc import Iterable
from datetime import date
from eduportal.admissions import results
from eduportal.admissions.layouts import Column
from eduportal.admissions.layouts import Layout
from eduportal.admissions.persons import born
from eduportal.admissions.persons import person
from eduportal.admissions.seasons import in_viet_nam
from eduportal.cases import state_of
from eduportal.cases.words import STATES
from eduportal.spreadsheets import xlsx_text
from eduportal.vietnamese import fold
from io import BytesIO
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from zope.i18n import translate

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTH = 18
REPLIES = {results.YES: ("Có", "Yes"), results.NO: ("Không", "No")}
LONGEST_SHEET_NAME = 31


def workbook(layout: Layout, cases: Iterable, language: str) -> bytes:
    """One row for each case, in the order given; whoever calls has checked who may see them."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(layout.title(language)[:LONGEST_SHEET_NAME])
    sheet.freeze_panes = "A2"
    for place in range(1, len(layout.columns) + 1):
        sheet.column_dimensions[get_column_letter(place)].width = WIDTH
    sheet.append([xlsx_text(sheet, column.heading(language)) for column in layout.columns])
    for row, case in enumerate(cases, start=1):
        sheet.append(
            [_cell(sheet, _value(column, case, row, language)) for column in layout.columns]
        )
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _cell(sheet, value) -> WriteOnlyCell:
    if isinstance(value, date):
        cell = WriteOnlyCell(sheet, value)
        cell.number_format = "dd/mm/yyyy"
        return cell
    if isinstance(value, int):
        return WriteOnlyCell(sheet, value)
    return xlsx_text(sheet, value)


def _value(column: Column, case, row: int, language: str):
    if column.own:
        return _own(column.own, case, row, language)
    found = next((case.answer(name) for name in column.answers if case.answer(name)), None)
    return column.default if found is None else _plain(found)


def _plain(value):
    if isinstance(value, (date, int)) and not isinstance(value, bool):
        return value
    if isinstance(value, (list, tuple)):
        return ", ".join(str(one) for one in value)
    return str(value)


def _own(name: str, case, row: int, language: str):
    result = results.result_of(case)
    if name in ("number", "class_name", "note"):
        return getattr(result, name)
    if name == "outcome":
        return results.said(result.outcome, language)
    return {
        "row": lambda: row,
        # as text: a spreadsheet shows long numbers in powers of ten
        "case": lambda: str(case.number),
        "name": lambda: person(case),
        "birth_date": lambda: born(case) or "",
        "father": lambda: _parent(case, "father_name", ("cha", "bo", "father")),
        "mother": lambda: _parent(case, "mother_name", ("me", "mother")),
        "phone": lambda: case.applicant.phone,
        "state": lambda: _said(STATES[state_of(case)], language),
        "opened": lambda: in_viet_nam(case.opened).date(),
        "points": lambda: results.points_shown(result.points, language),
        "rank": lambda: result.rank or "",
        "reply": lambda: REPLIES.get(result.reply, ("", ""))[language == "en"],
    }[name]()


def _parent(case, field: str, said: tuple[str, ...]) -> str:
    """From a field of its own, or the applicant who says to be that parent."""
    relation = fold(str(case.answer("relation") or "")).split()
    applicant = case.answer("applicant_name") if relation[:1] and relation[0] in said else ""
    return str(case.answer(field) or applicant or "")


def _said(message, language: str) -> str:
    return translate(message, domain="eduportal", target_language=language)
