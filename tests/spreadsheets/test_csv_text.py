from eduportal.spreadsheets import read
from tests.spreadsheets.conftest import SCHOOLS
import pytest
import unicodedata

NAME = "Trường Tiểu học Đồng Hới, Nghĩa Lộ"
HEADER = ["id", "name", "tier"]
ROW = ["th-a", NAME, "C1"]


def cp1258(text):
    """As Windows writes it: the letter's own mark composed, the tone as a mark after it."""
    pieces = []
    for char in text:
        try:
            pieces.append(char.encode("cp1258"))
        except UnicodeEncodeError:
            tones = "\u0300\u0301\u0303\u0309\u0323"
            decomposed = unicodedata.normalize("NFD", char)
            tone = next(mark for mark in decomposed if mark in tones)
            letter = unicodedata.normalize("NFC", decomposed.replace(tone, ""))
            pieces.append((letter + tone).encode("cp1258"))
    return b"".join(pieces)


def names(content):
    table = read(content, SCHOOLS, "schools.csv")
    return [row["name"] for row in table.rows], table.problems


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_unicode_file_is_read_in_any_encoding(csv_of, encoding):
    content = csv_of([HEADER, ROW], encoding, separator=";")
    assert names(content) == ([NAME], [])


def test_a_windows_1258_file_is_read_and_composed(csv_of):
    content = cp1258(csv_of([HEADER, ROW], separator=";").decode())
    with pytest.raises(UnicodeDecodeError):
        content.decode("utf-8")
    assert names(content) == ([NAME], [])


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_comma_in_a_name_does_not_hide_the_separator(csv_of, separator):
    assert names(csv_of([HEADER, ROW], separator=separator)) == ([NAME], [])


def test_a_quoted_name_may_hold_the_separator():
    content = f'id,name,tier\r\nth-a,"{NAME}",C1\r\n'.encode()
    assert names(content) == ([NAME], [])


def test_excels_separator_line_is_not_a_row(csv_of):
    content = b"sep=;\r\n" + csv_of([HEADER, ROW], separator=";")
    table = read(content, SCHOOLS, "schools.csv")
    assert [(row.number, row["id"]) for row in table.rows] == [(3, "th-a")]


def test_decomposed_letters_are_stored_composed(csv_of):
    decomposed = ["th-a", unicodedata.normalize("NFD", NAME), "C1"]
    assert names(csv_of([HEADER, decomposed], separator=";")) == ([NAME], [])


def test_an_old_vietnamese_font_encoding_is_refused_with_advice():
    tcvn3 = b"id;name;tier\r\nth-a;Tr\xad\xeang Ti\xd3u h\xe4c;C1\r\n"
    rows, problems = names(tcvn3)
    assert rows == []
    assert [problem.sentence("vi") for problem in problems] == [
        "không nhận ra bảng mã của tệp. Hãy lưu lại dưới dạng .xlsx hoặc CSV UTF-8 "
        "(phông chữ Unicode, không dùng TCVN3 hay VNI)."
    ]
    assert [problem.sentence("en") for problem in problems] == [
        "the encoding of the file is not recognised. Save it as .xlsx or CSV UTF-8 "
        "(Unicode fonts, not TCVN3 or VNI)."
    ]
