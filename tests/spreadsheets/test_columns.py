from eduportal.spreadsheets import read
from tests.spreadsheets.conftest import SCHOOLS


def said(content):
    table = read(content, SCHOOLS, "schools.csv")
    return [(problem.sentence("vi"), problem.sentence("en")) for problem in table.problems]


def test_a_column_is_known_by_its_name_its_titles_and_what_people_write():
    for heading in ("parent", "CẤP TRÊN", "cap tren", "Cấp  trên:", "above"):
        assert SCHOOLS.column_of(heading) == "parent"
    assert SCHOOLS.column_of("Tên trường") == "name"
    assert SCHOOLS.column_of("Ghi chú") is None


def test_sentences_name_columns_and_rows_in_their_readers_words():
    assert said(b"x,y\r\n1,2\r\n") == [
        (
            "không tìm thấy dòng tiêu đề. Cần các cột: id, name, tier, Cấp trên, phone.",
            "no header row found. Expected columns: id, name, tier, Above, phone.",
        )
    ]
    assert said(b"id,name,tier\r\n") == [
        (
            "tệp chỉ có dòng tiêu đề, chưa có trường nào. Mỗi trường ghi một dòng dưới tiêu đề.",
            "the file has a header only and no schools. Write one row per school below the header.",
        )
    ]
    assert said(b"id,name,tier,above,parent\r\n1,2,3,4,5\r\n") == [
        (
            "Dòng 1: cột Cấp trên xuất hiện nhiều lần; mỗi cột chỉ được có một lần.",
            "Row 1: column Above appears more than once; each may appear once only.",
        )
    ]


def test_each_kind_of_table_has_limits_of_its_own():
    lines = [b"id,name,tier", *(b"a%d,b,C1" % number for number in range(101))]
    assert said(b"\r\n".join(lines)) == [
        (
            "tệp có 101 dòng dữ liệu, nhiều nhất 100. Hãy chia thành nhiều tệp.",
            "the file has 101 rows of data, the most is 100. Split it into several files.",
        )
    ]
