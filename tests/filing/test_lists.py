from eduportal.filing.lists import Named
from eduportal.filing.lists import join
from eduportal.filing.lists import join_named
from eduportal.filing.lists import named
from eduportal.filing.lists import split
import pytest


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("", []),
        (" ; ;\n", []),
        ("Tuyển sinh", ["Tuyển sinh"]),
        ("Tuyển sinh;  Công khai ;Tuyển sinh", ["Tuyển sinh", "Công khai"]),
        ("Tuyển sinh\nCông khai", ["Tuyển sinh", "Công khai"]),
        ('"Thi; kiểm tra"; Công khai', ["Thi; kiểm tra", "Công khai"]),
        ('Phong trào "Hai tốt"; Khác', ['Phong trào "Hai tốt"', "Khác"]),
        ('"Hai tốt" năm 2020; Khác', ['"Hai tốt" năm 2020', "Khác"]),
    ],
)
def test_a_cell_is_divided_at_semicolons_and_lines(cell, values):
    assert split(cell) == values


@pytest.mark.parametrize(
    "values",
    [
        ["a"],
        ["a; b", "c"],
        ['Phong trào "Hai tốt"', '"x"; y', "z | w"],
        ['"', "đ"],
    ],
)
def test_what_is_joined_is_divided_again(values):
    assert split(join(values)) == values


@pytest.mark.parametrize(
    "parts",
    [
        [Named("a.pdf")],
        [Named("thư mục/a;b.pdf", "Biên bản"), Named("c | d.pdf", 'Tên "lạ"; khác')],
    ],
)
def test_files_keep_their_titles(parts):
    assert named(join_named(parts)) == parts
