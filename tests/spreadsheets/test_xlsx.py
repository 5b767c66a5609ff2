from datetime import date
from datetime import datetime
from eduportal.spreadsheets import xlsx
import io
import openpyxl
import pytest
import zipfile

HEADER = ["id", "name", "tier", "parent", "phone"]
SO = ["so-a", "Sở A", "so"]
SCHOOLS = [
    ["th-c", "Trường C", "C1", "so-a"],
    ["th-d", "Trường D", "C1"],
    ["th-e", "Trường E", "C1"],
]


def said(problems):
    return [
        (problem.severity, problem.sentence("vi"), problem.sentence("en")) for problem in problems
    ]


def test_rows_carry_sheet_row_and_cell(xlsx_of, read_schools):
    table = read_schools(xlsx_of([["DANH SÁCH"], HEADER, SO]))
    [row] = table.rows
    assert (row.sheet, row.number, row.letters["tier"]) == ("Đơn vị", 3, "C")
    problem = row.problem("sai.", "wrong.", "tier")
    assert problem.sentence("vi") == 'Trang "Đơn vị", dòng 3, cột tier: sai.'
    assert problem.sentence("en") == 'Sheet "Đơn vị", row 3, column tier: wrong.'
    assert problem.cell == "C3"


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (2430000000.0, "General", "2430000000"),
        (243000000, "0000000000", "0243000000"),
        (84243000000, "General", "84243000000"),
        (1.5, "General", "1,5"),
        (True, "General", "TRUE"),
        (None, "General", ""),
        (date(2026, 9, 5), "dd/mm/yyyy", "05/09/2026"),
        (datetime(2026, 9, 5), "dd/mm/yyyy", "05/09/2026"),
        (datetime(2026, 9, 5, 7, 30), "dd/mm/yyyy", "05/09/2026 07:30"),
    ],
)
def test_a_value_is_read_as_its_author_sees_it(value, number_format, text):
    assert xlsx.as_text(value, number_format) == text


def test_a_telephone_number_typed_as_a_number_keeps_its_digits(xlsx_of, read_schools):
    def padded(sheet):
        sheet["E3"].number_format = "0000000000"

    lines = [HEADER, [*SO, "", 2430000000], [*SO, "", 243000000]]
    table = read_schools(xlsx_of(lines, change=padded))
    assert [row["phone"] for row in table.rows] == ["2430000000", "0243000000"]


def test_a_merge_down_a_column_gives_its_value_to_every_row(xlsx_of, read_schools):
    content = xlsx_of([HEADER, SO, *SCHOOLS], change=lambda sheet: sheet.merge_cells("D3:D5"))
    table = read_schools(content)
    assert [(row["id"], row["parent"]) for row in table.rows] == [
        ("so-a", ""),
        ("th-c", "so-a"),
        ("th-d", "so-a"),
        ("th-e", "so-a"),
    ]
    assert said(problem for row in table.rows for problem in row.problems) == [
        (
            "warning",
            f'Trang "Đơn vị", dòng {row}, cột parent: ô gộp D3:D5: giá trị "so-a" được dùng cho '
            "mọi dòng của ô gộp. Nếu không đúng, hãy bỏ gộp ô.",
            f'Sheet "Đơn vị", row {row}, column parent: merged cell D3:D5: the value "so-a" is '
            "used for every row it covers. If that is wrong, unmerge it.",
        )
        for row in (3, 4, 5)
    ]


def test_a_merge_across_columns_keeps_its_row_out_and_says_so(xlsx_of, read_schools):
    content = xlsx_of([HEADER, SO, *SCHOOLS[:1]], change=lambda sheet: sheet.merge_cells("C3:D3"))
    table = read_schools(content)
    assert said(problem for row in table.rows for problem in row.problems) == [
        (
            "error",
            'Trang "Đơn vị", dòng 3: ô gộp C3:D3 nối các cột tier, Cấp trên nên không rõ giá trị '
            "thuộc cột nào. Hãy bỏ gộp ô rồi ghi từng cột.",
            'Sheet "Đơn vị", row 3: merged cell C3:D3 joins the columns tier, Above, so whose '
            "value it is cannot be told. Unmerge it and fill in each column.",
        )
    ]


def test_merges_in_a_title_or_below_the_table_are_no_rows(xlsx_of, read_schools):
    def merged(sheet):
        sheet.merge_cells("A1:F1")
        sheet.merge_cells("D3:D40")

    content = xlsx_of([["DANH SÁCH"], HEADER, [*SO, ""]], change=merged)
    assert [row.number for row in read_schools(content).rows] == [3]


def test_a_merge_over_the_whole_sheet_and_a_cell_at_its_end_cost_nothing(xlsx_of, read_schools):
    def huge(sheet):
        sheet.cell(1_048_576, 1, " ")
        sheet.merged_cells.ranges.add(openpyxl.worksheet.cell_range.CellRange("H4:XFD1048576"))

    content = xlsx_of([HEADER, SO], change=huge)
    assert [row["id"] for row in read_schools(content).rows] == ["so-a"]


def test_a_formula_without_a_result_is_named(xlsx_of, read_schools):
    content = xlsx_of([HEADER, [*SO[:1], '="Sở "&"A"', *SO[2:]]])
    table = read_schools(content)
    assert said(problem for row in table.rows for problem in row.problems) == [
        (
            "error",
            'Trang "Đơn vị", dòng 2, cột name: "="Sở "&"A"": ô là công thức chưa có kết quả. '
            "Hãy mở tệp bằng Excel, lưu lại, hoặc gõ giá trị vào ô.",
            'Sheet "Đơn vị", row 2, column name: "="Sở "&"A"": the cell is a formula without a '
            "result. Open the file in Excel and save it, or type the value.",
        )
    ]


def test_an_excel_error_is_named(xlsx_of, read_schools):
    def broken(sheet):
        sheet["D3"].value = "#N/A"
        sheet["D3"].data_type = "e"

    table = read_schools(xlsx_of([HEADER, SO, SCHOOLS[0]], change=broken))
    assert said(problem for row in table.rows for problem in row.problems)[0] == (
        "error",
        'Trang "Đơn vị", dòng 3, cột parent: "#N/A": ô chứa lỗi của Excel. '
        "Hãy sửa công thức hoặc gõ giá trị vào ô.",
        'Sheet "Đơn vị", row 3, column parent: "#N/A": the cell holds an Excel error. '
        "Mend the formula or type the value.",
    )


def test_every_sheet_with_a_header_is_read_and_the_others_are_said(read_schools):
    book = openpyxl.Workbook()
    for title, lines in {
        "Sở": [HEADER, SO],
        "Đơn vị": [HEADER, *SCHOOLS],
        "Ghi chú": [["x"]],
    }.items():
        sheet = book.create_sheet(title)
        for line in lines:
            sheet.append(line)
    hidden = book.create_sheet("Danh mục")
    hidden.append(["C1", "C2"])
    hidden.sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    table = read_schools(stream.getvalue())
    assert [(row.sheet, row["id"]) for row in table.rows] == [
        ("Sở", "so-a"),
        ("Đơn vị", "th-c"),
        ("Đơn vị", "th-d"),
        ("Đơn vị", "th-e"),
    ]
    assert [problem.place("vi") for problem in table.problems] == ['Trang "Ghi chú"']
    assert [problem.severity for problem in table.problems] == ["warning"]


def test_a_damaged_workbook_is_refused(read_schools):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", "<not xml")
    for content in (b"id,name,tier", stream.getvalue()):
        table = read_schools(content)
        assert table.rows == []
        assert said(table.problems) == [
            (
                "error",
                "tệp bị hỏng hoặc không phải là bảng tính Excel (.xlsx). "
                "Hãy mở tệp bằng Excel rồi lưu lại.",
                "the file is damaged or not an Excel workbook (.xlsx). "
                "Open it in Excel and save it again.",
            )
        ]


def test_cells_far_to_the_right_make_no_wide_rows(xlsx_of):
    def wide(sheet):
        for row in range(1, 4):
            sheet.cell(row, 16_384, "x")

    (grid,), problems = xlsx.read_xlsx(xlsx_of([HEADER, SO], change=wide), 100)
    assert ([len(line) for line in grid.cells], problems) == ([xlsx.MOST_COLUMNS] * 3, [])


def test_a_long_text_in_very_many_cells_is_not_opened(xlsx_of, read_schools):
    """It stands in the workbook once, and every cell would have a copy of its own here."""
    lines = [["x" * 32_000] * 250 for _row in range(10)]
    content = xlsx_of([HEADER, SO, *lines])
    assert len(content) < 100_000
    table = read_schools(content)
    assert (table.rows, table.problems) == ([], [xlsx.BOMB])


def test_a_zip_bomb_is_not_opened(xlsx_of, read_schools):
    stream = io.BytesIO(xlsx_of([HEADER, SO]))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/zeros", bytes(xlsx.MOST_UNPACKED))
    assert len(stream.getvalue()) < 100_000
    table = read_schools(stream.getvalue())
    assert table.rows == []
    assert said(table.problems) == [
        (
            "error",
            "tệp giải nén ra hơn 40 MB nên không được mở. "
            "Hãy xóa hình ảnh và định dạng thừa rồi lưu lại.",
            "the file unpacks to more than 40 MB and was not opened. "
            "Remove pictures and surplus formatting and save it again.",
        )
    ]
