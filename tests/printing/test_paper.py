"""Blocks become A4 pages, whatever they hold."""

from datetime import date
from eduportal.printing.blocks import Cell
from eduportal.printing.blocks import Grid
from eduportal.printing.blocks import Items
from eduportal.printing.blocks import Text
from eduportal.printing.paper import Sheet
from eduportal.printing.paper import pdf
from tests.printing.conftest import words
import pypdfium2

LONG = "Nhà trường tổ chức lễ khai giảng năm học mới với sự tham dự của đông đảo phụ huynh. " * 60
LETTERS = "ÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬÈẺẼÉẸÊỀỂỄẾỆĐÌỈĨÍỊÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢÙỦŨÚỤƯỪỬỮỨỰỲỶỸÝỴ"


def paper(*blocks) -> bytes:
    sheet = Sheet(
        title="Thông báo “khẩn”",
        language="vi",
        author="Trường Hoa Sen",
        subject="",
        running="Trường Hoa Sen",
        page="Trang {page}/{pages}",
        made_on=date(2026, 11, 21),
        blocks=list(blocks),
    )
    return pdf(sheet)


def test_every_vietnamese_letter_is_in_the_file_in_all_four_styles():
    styled = [f"{a}{LETTERS} {LETTERS.lower()}{b}" for a, b in STYLES]
    found = words(paper(*(Text(one) for one in styled))).replace(" ", "")
    assert found.count(LETTERS) == found.count(LETTERS.lower()) == 4


STYLES = (("", ""), ("<b>", "</b>"), ("<i>", "</i>"), ("<b><i>", "</i></b>"))


def test_emoji_are_left_out_and_other_scripts_leave_a_box():
    assert words(paper(Text("Tết 🌸❤️ vui, 春"))) == "Tết vui, □ Trường Hoa Sen Trang 1/1"


def test_title_author_and_language_are_told_to_the_reader():
    document = pypdfium2.PdfDocument(paper(Text("x")))
    found = document.get_metadata_dict(skip_empty=True)
    assert (found["Title"], found["Author"]) == ("Thông báo “khẩn”", "Trường Hoa Sen")
    assert b"/Lang (vi)" in paper(Text("x"))


def test_a_long_table_repeats_its_heading_and_pages_are_counted():
    head = [Cell([Text("Họ tên", "cell")], heading=True), Cell([Text("Lớp", "cell")], heading=True)]
    rows = [[Cell([Text(f"Em {n}", "cell")]), Cell([Text("1A", "cell")])] for n in range(120)]
    found = words(paper(Grid([head, *rows])))
    assert found.count("Họ tên") == 4
    assert "Em 119" in found and "Trang 4/4" in found


def test_a_cell_taller_than_a_page_and_merged_tall_cells_lose_nothing():
    tall = Cell([Text(LONG, "cell"), Items([[Text("mục cuối")]])])
    plain = Grid([[Cell([Text("a", "cell")]), tall]])
    merged = Grid([[Cell([Text("a", "cell")], rows=2), tall], [tall]])
    broken = Grid([[Cell([], columns=3, rows=9)], [Cell([Text("b")], columns=2)], [tall]])
    for block, times in ((plain, 1), (merged, 2), (broken, 1)):
        found = words(paper(block))
        assert found.count("mục cuối") == times
        assert found.count("huynh.") == 60 * times
