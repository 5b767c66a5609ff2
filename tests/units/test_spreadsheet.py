from eduportal.units.columns import SPREADSHEET
from eduportal.units.spreadsheet import read
from pathlib import Path

EXPECTED = (
    "id, name, name_en, tier, parent, domain, email_domain, address, phone, email, "
    "admin_name, admin_email, palette"
)


def said(table):
    return [(problem.sentence("vi"), problem.sentence("en")) for problem in table.problems]


def test_an_empty_file_says_what_is_expected():
    for content in (b"", b" \r\n", "\ufeff".encode(), "".encode("utf-16"), b",,\r\n,,"):
        table = read(content, "units.csv")
        assert table.rows == []
        assert said(table) == [
            (
                f"tệp trống. Cần một dòng tiêu đề với các cột {EXPECTED}, rồi mỗi đơn vị một dòng.",
                f"the file is empty. Expected a header row with the columns {EXPECTED}, "
                "then one row per unit.",
            )
        ]


def test_a_file_with_other_columns_says_what_is_expected():
    table = read(b"STT,Ghi chu\r\n1,abc\r\n", "units.csv")
    assert table.rows == []
    assert said(table) == [
        (
            f"không tìm thấy dòng tiêu đề. Cần các cột: {EXPECTED}.",
            f"no header row found. Expected columns: {EXPECTED}.",
        )
    ]


def test_a_missing_column_is_named_beside_what_stands_in_its_place():
    table = read("id,nmae,tier\r\nth-a,Trường A,C1\r\n".encode(), "units.csv")
    assert table.rows == []
    assert said(table) == [
        (
            f'Dòng 1: thiếu cột name. Có cột không rõ nghĩa: "nmae". Cần các cột: {EXPECTED}.',
            f'Row 1: column name is missing. Columns not understood: "nmae". '
            f"Expected columns: {EXPECTED}.",
        )
    ]


def test_a_column_written_twice_is_refused():
    table = read(b"id,name,tier,name\r\na,b,C1,d\r\n", "units.csv")
    assert table.rows == []
    assert said(table) == [
        (
            "Dòng 1: cột name xuất hiện nhiều lần; mỗi cột chỉ được có một lần.",
            "Row 1: column name appears more than once; each may appear once only.",
        )
    ]


def test_an_unknown_column_is_left_out_and_said():
    table = read("id,name,tier,Ghi chú\r\na1,b,C1,d\r\n".encode(), "units.csv")
    assert [dict(row.values) for row in table.rows] == [{"id": "a1", "name": "b", "tier": "C1"}]
    assert [problem.severity for problem in table.problems] == ["warning"]
    assert said(table) == [
        (
            f'Dòng 1: không đọc cột "Ghi chú". Các cột được dùng: {EXPECTED}.',
            f'Row 1: column "Ghi chú" is not read. Columns in use: {EXPECTED}.',
        )
    ]


def test_vietnamese_headings_are_understood_with_or_without_marks():
    content = "MÃ ĐƠN VỊ,ten don vi,Loại đơn vị,Trực thuộc\r\nth-a,Trường A,C1,phong\r\n".encode()
    table = read(content, "units.csv")
    assert table.problems == []
    assert [dict(row.values) for row in table.rows] == [
        {"id": "th-a", "name": "Trường A", "tier": "C1", "parent": "phong"}
    ]
    problem = table.rows[0].problem("sai.", "wrong.", "tier")
    assert problem.sentence("vi") == "Dòng 2, cột Loại đơn vị: sai."
    assert problem.as_dict() == {
        "severity": "error",
        "sheet": "",
        "row": 2,
        "column": "tier",
        "cell": "C2",
        "value": "C1",
        "vi": "Dòng 2, cột Loại đơn vị: sai.",
        "en": "Row 2, column Loại đơn vị: wrong.",
    }


def test_a_title_above_the_header_and_blank_rows_do_not_shift_row_numbers():
    content = "DANH SÁCH ĐƠN VỊ,,\r\n,,\r\nid,name,tier\r\n,,\r\na1,b,C1\r\n".encode()
    table = read(content, "units.csv")
    assert [(row.number, row["id"]) for row in table.rows] == [(5, "a1")]


def test_a_header_without_rows_is_said():
    assert said(read(b"id,name,tier\r\n", "units.csv")) == [
        (
            "tệp chỉ có dòng tiêu đề, chưa có đơn vị nào. Mỗi đơn vị ghi một dòng dưới tiêu đề.",
            "the file has a header only and no units. Write one row per unit below the header.",
        )
    ]


def test_a_file_of_another_kind_is_refused():
    assert said(read(b"%PDF", "units.pdf")) == [
        (
            'không đọc được tệp "units.pdf". Cần tệp .xlsx hoặc .csv.',
            'the file "units.pdf" cannot be read. Expected a .xlsx or .csv file.',
        )
    ]


def test_a_file_that_is_not_there_is_said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert said(read(Path("units.csv"))) == [
        (
            'không tìm thấy hoặc không mở được tệp "units.csv".',
            'the file "units.csv" does not exist or cannot be opened.',
        )
    ]


def test_a_file_over_the_limit_is_refused(tmp_path):
    path = tmp_path / "units.csv"
    path.write_bytes(b"x" * (SPREADSHEET.largest_file + 200_000))
    expected = [
        (
            "tệp lớn 5,2 MB, nhiều nhất 5 MB. "
            "Hãy xóa hình ảnh, trang tính thừa hoặc chia thành nhiều tệp.",
            "the file has 5.2 MB, the most is 5 MB. Remove pictures and surplus sheets, "
            "or split it.",
        )
    ]
    assert said(read(path)) == expected
    assert said(read(path.read_bytes(), "units.csv")) == expected


def test_too_many_rows_are_refused():
    lines = [b"id,name,tier", *(b"a%d,b,C1" % number for number in range(5001))]
    table = read(b"\r\n".join(lines), "units.csv")
    assert table.rows == []
    assert said(table) == [
        (
            "tệp có 5001 dòng dữ liệu, nhiều nhất 5000. Hãy chia thành nhiều tệp.",
            "the file has 5001 rows of data, the most is 5000. Split it into several files.",
        )
    ]
