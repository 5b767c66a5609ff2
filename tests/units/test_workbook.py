"""What reading a workbook finds keeps a unit out, or lets it pass; see ``tests/spreadsheets``."""

from eduportal.units.rules import check
from eduportal.units.spreadsheet import read

HEADER = ["id", "name", "name_en", "tier", "parent"]
SO = ["so-a", "Sở A", "Department A", "so"]
SCHOOLS = [
    ["th-c", "Trường C", "School C", "C1", "so-a"],
    ["th-d", "Trường D", "School D", "C1"],
]


def outcome(content):
    checked = check(read(content, "units.xlsx"))
    units = [(unit.id, unit.parent) for unit in checked.units]
    return units, [(problem.severity, problem.place("vi")) for problem in checked.problems]


def test_a_merge_down_a_column_gives_its_value_to_every_unit(xlsx_of):
    content = xlsx_of([HEADER, SO, *SCHOOLS], change=lambda sheet: sheet.merge_cells("E3:E4"))
    assert outcome(content) == (
        [("so-a", ""), ("th-c", "so-a"), ("th-d", "so-a")],
        [
            ("warning", 'Trang "Đơn vị", dòng 3, cột parent'),
            ("warning", 'Trang "Đơn vị", dòng 4, cột parent'),
        ],
    )


def test_a_merge_across_columns_keeps_its_unit_out(xlsx_of):
    content = xlsx_of([HEADER, SO, SCHOOLS[0]], change=lambda sheet: sheet.merge_cells("B3:C3"))
    assert outcome(content) == ([("so-a", "")], [("error", 'Trang "Đơn vị", dòng 3')])


def test_a_formula_without_a_result_keeps_its_unit_out(xlsx_of):
    content = xlsx_of([HEADER, [*SO[:1], '="Sở "&"A"', *SO[2:]]])
    assert outcome(content) == ([], [("error", 'Trang "Đơn vị", dòng 2, cột name')])
