"""What a search box repeats of what was typed: words and numbers, no advertisement."""

from eduportal.search import shown
import pytest

REPEATED = [
    "so 37 cong khai",
    "37/2020/TT-BGDĐT",
    "Luật số 43/2019/QH14",
    "20/11/2026",
    "năm học 2026-2027",
    "1.004438.000.00.00.H56",
    "10.000.000 đồng",
    "TP.HCM",
    "Th.S Nguyễn Văn A",
    "học sinh. phụ huynh",
    '"cơ sở vật chất" C++ <b>',
]

KEPT_BACK = [
    "abc.com",
    "ABC . VIP",
    "moet.gov.vn",
    "https://abc",
    "www.abc",
    "ａｂｃ．com",
    "abc[.]com",
    "abc (dot) com",
    "@nhacai88",
    "a@b.vn",
    "lô đề 0901234567",
    "0901 234 567",
    "+84 901-234-567",
    "a\u200bb",
    "dài " * 40,
]


@pytest.mark.parametrize("typed", REPEATED)
def test_words_and_numbers_are_repeated(typed):
    assert shown(typed) == typed


@pytest.mark.parametrize("typed", KEPT_BACK)
def test_addresses_and_telephones_are_not(typed):
    assert shown(typed) == ""
