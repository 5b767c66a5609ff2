"""The place of a text that answers best, and the words that are marked in it."""

from eduportal.search import snippet
from time import perf_counter
import pytest
import unicodedata

LETTER = (
    "Căn cứ Nghị định số 81/2021/NĐ-CP của Chính phủ; theo đề nghị của Trưởng phòng Kế hoạch. "
    + "Các trường báo cáo trước ngày 30/9. " * 20
    + "Mức thu học phí của trường tiểu học công lập được miễn; các khoản thu khác do hội đồng "
    + "nhân dân quyết định. "
    + "Đề nghị các đơn vị thực hiện nghiêm túc. " * 20
)


def marked(pieces) -> list[str]:
    return [piece for piece, found in pieces if found]


def plain(pieces) -> str:
    return "".join(piece for piece, _found in pieces)


@pytest.mark.parametrize(
    ("text", "typed", "words"),
    [
        ("Quy chế công khai", "cong khai", ["công", "khai"]),
        ("Quy chế công khai", "công", ["công"]),
        ("Quy chế công khai", "cống", []),
        ("Văn hoá, hòa bình", "văn hóa hoà", ["Văn", "hoá", "hòa"]),
        ("Học kỳ và kĩ năng", "học kì kỹ", ["Học", "kỳ", "kĩ"]),
        ("Thông tư 37/2020/TT-BGDĐT", "37-2020", ["37/2020"]),
        ("Thông tư 09/2024/TT-BGDĐT", "9/2024", ["09/2024"]),
        ("Sở và số, sổ, so", "sở", ["Sở", "so"]),
        ("Tuyển sinh đầu cấp", "tuyể", ["Tuyển"]),
        ("Tuyển sinh đầu cấp", "tuyể sinh", ["sinh"]),
        ("Ban đại diện cha mẹ", '"đại diện cha"', ["đại diện cha"]),
        ("Đại biểu và diện mạo", '"đại diện"', []),
        ("Giáo dục và Đào tạo", "GDĐT", ["Giáo dục và Đào tạo"]),
        ("Sở GD&ĐT", "giao duc va dao tao", ["GD&ĐT"]),
        ("thi NOT thử", "thi NOT thử", ["thi"]),
        ("Không có gì", "", []),
        ("Không có gì", "()*", []),
    ],
)
def test_what_the_search_takes_for_the_same_word_is_marked(text, typed, words):
    expected = (text, words)
    assert (plain(snippet(text, typed)), marked(snippet(text, typed))) == expected


def test_decomposed_letters_are_the_same():
    text = unicodedata.normalize("NFD", "Quyết định của Hiệu trưởng")
    assert snippet(text, unicodedata.normalize("NFD", "quyết đị")) == [
        ("Quyết", True),
        (" ", False),
        ("định", True),
        (" của Hiệu trưởng", False),
    ]


def test_the_window_holds_the_most_different_words():
    pieces = snippet(LETTER, "hoc phi tieu hoc", 120)
    assert pieces == [
        ("…Các trường báo cáo trước ngày 30/9. Mức thu ", False),
        ("học", True),
        (" ", False),
        ("phí", True),
        (" của trường ", False),
        ("tiểu", True),
        (" ", False),
        ("học", True),
        (" công lập được miễn; các khoản thu khác do hội…", False),
    ]


def test_a_window_is_cut_between_words_and_no_longer_than_asked():
    pieces = snippet(LETTER, "học phí", 100)
    window = plain(pieces).strip("…")
    assert (window in LETTER, len(window) <= 100, window.split()[0] in LETTER.split()) == (
        True,
        True,
        True,
    )


def test_at_either_end_of_the_text_nothing_is_cut():
    assert plain(snippet(LETTER, "Căn cứ", 40)) == "Căn cứ Nghị định số 81/2021/NĐ-CP của…"
    assert plain(snippet(LETTER, "nghiêm túc quyết", 40)).startswith("…")


def test_lines_and_tabs_become_single_spaces():
    assert plain(snippet("Sở\n\n  Giáo\tdục", "giáo")) == "Sở Giáo dục"


def test_markup_is_text():
    assert snippet("<b>học</b> & phí", "học") == [
        ("<b>", False),
        ("học", True),
        ("</b> & phí", False),
    ]


@pytest.mark.parametrize("typed", ["hoc phi", "không có từ này", "a b c d e", "quyết định của"])
def test_a_book_takes_no_time(typed):
    book = LETTER * (400_000 // len(LETTER) + 1)
    snippet(book, typed)
    started = perf_counter()
    pieces = snippet(book, typed)
    # measured at 5 to 10 ms; the rest is room for a busy machine
    assert (len(plain(pieces)) <= 260, perf_counter() - started < 0.5) == (True, True)
