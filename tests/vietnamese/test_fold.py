from eduportal.vietnamese import fold
from eduportal.vietnamese import nfc
from eduportal.vietnamese import slug
import unicodedata


def test_decomposed_letters_are_composed():
    decomposed = unicodedata.normalize("NFD", "Trường Tiểu học Đồng Hới")
    assert decomposed != "Trường Tiểu học Đồng Hới"
    assert nfc(decomposed) == "Trường Tiểu học Đồng Hới"


def test_all_letters_lose_their_marks():
    letters = "ÀÁẢÃẠ ĂẰẮẲẴẶ ÂẦẤẨẪẬ ÈÉẺẼẸ ÊỀẾỂỄỆ ÌÍỈĨỊ ÒÓỎÕỌ ÔỒỐỔỖỘ ƠỜỚỞỠỢ ÙÚỦŨỤ ƯỪỨỬỮỰ ỲÝỶỸỴ Đ"
    bare = "aaaaa aaaaaa aaaaaa eeeee eeeeee iiiii ooooo oooooo oooooo uuuuu uuuuuu yyyyy d"
    assert fold(letters) == bare
    assert fold(letters.lower()) == bare
    assert fold(unicodedata.normalize("NFD", letters)) == bare


def test_a_name_becomes_words_of_an_address():
    assert slug("Trường THPT Trần Phú") == "truong-thpt-tran-phu"


def test_punctuation_and_blanks_leave_no_trace_in_an_address():
    assert slug("  TH&THCS “Đồng Hới” – Quận 8 ") == "th-thcs-dong-hoi-quan-8"


def test_what_has_no_letters_has_an_empty_address():
    assert slug("…") == ""
