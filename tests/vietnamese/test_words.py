from eduportal.vietnamese import Word
from eduportal.vietnamese import agreement
from eduportal.vietnamese import beginnings
from eduportal.vietnamese import spans
from eduportal.vietnamese import words
import pytest
import unicodedata


def folded(text):
    return [word.folded for word in words(text)]


def marked(text):
    return [word.marked for word in words(text)]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("37/2020/TT-BGDĐT", ["37", "2020", "tt", "bgddt"]),
        ("1502/SGDĐT-GDTH", ["1502", "sgddt", "gdth"]),
        ("GD&ĐT", ["gd", "dt"]),
        (
            "Trường Tiểu học Hoa Sen, năm học 2025-2026.",
            "truong tieu hoc hoa sen nam hoc 2025 2026",
        ),
        ("Cong_van_37.pdf", ["cong", "van", "37", "pdf"]),
        ("(Ban hành kèm theo...)", ["ban", "hanh", "kem", "theo"]),
        ("e-Learning: Moodle 4.5", ["e", "learning", "moodle", "4", "5"]),
        ("", []),
        (" … – / \u200b", []),
    ],
)
def test_words_are_split_at_everything_but_letters_and_digits(text, expected):
    assert folded(text) == (expected.split() if isinstance(expected, str) else expected)


@pytest.mark.parametrize(
    "texts, word",
    [
        ("hòa hoà HÒA Hoà", Word("hoa", "hòa")),
        ("thủy thuỷ THUỶ", Word("thuy", "thủy")),
        ("khỏe khoẻ", Word("khoe", "khỏe")),
        ("kỹ kĩ", Word("ky", "kỹ")),
        ("lý lí", Word("ly", "lý")),
        ("quý quí qúy qúi", Word("quy", "quý")),
        ("quy qui", Word("quy", "quy")),
        ("Mỹ mĩ", Word("my", "mỹ")),
        ("sỹ sĩ", Word("si", "sĩ")),
        ("tỷ tỉ", Word("ty", "tỷ")),
        ("hy hi", Word("hy", "hy")),
        ("vỹ vĩ", Word("vi", "vĩ")),
        ("Đà ÐÀ Ɖà", Word("da", "đà")),
        ("5 05 005", Word("5", "5")),
    ],
)
def test_spellings_of_one_word_are_one(texts, word):
    assert words(texts) == [word] * len(texts.split())


@pytest.mark.parametrize(
    "text", ["thúy tuyển uy ay thi thy y tế ý nghĩa nghỉ khi chỉ bí đi máy tuy lúy"]
)
def test_y_and_i_elsewhere_are_letters_of_their_own(text):
    assert marked(text) == text.split()


def test_the_tone_stands_where_most_people_write_it():
    right = (
        "gì già giếng quốc khuỷu ngoài huỳnh toàn mía thuở nghĩa người tiếng quá hóa tùy của mùi"
    )
    assert marked(right) == right.split()
    assert marked("goì thuở hoá tuỳ cuả muì toàn") == [
        "gòi",
        "thuở",
        "hóa",
        "tùy",
        "của",
        "mùi",
        "toàn",
    ]


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_every_unicode_form_gives_the_same_words(form):
    text = "Sở Giáo dục và Đào tạo tỉnh Quảng Trị; thuỷ lợi, hoà bình, kĩ thuật, ưỡn ẹo"
    assert words(unicodedata.normalize(form, text)) == words(text)


def test_marks_typed_in_the_wrong_order_and_signs_inside_words_are_mended():
    assert marked("tie\u0301\u0302ng") == ["tiếng"]
    assert marked("giáo\u00addục khai\ufeff") == ["giáodục", "khai"]
    assert marked("khai\u200bgiảng") == ["khai", "giảng"]
    assert folded("ﬁle m² ４") == ["file", "m2", "4"]


def test_foreign_words_keep_their_own_marks():
    assert words("Café résumé EL ESPAÑOL Straße über") == [
        Word("cafe", "café"),
        Word("resume", "résumé"),
        Word("el", "el"),
        Word("espanol", "español"),
        Word("strasse", "strasse"),
        Word("uber", "über"),
    ]


def test_codes_and_telephones_keep_their_zeros():
    assert folded("0200000001 00123 0 000") == ["0200000001", "00123", "0", "0"]


def test_places_are_those_in_the_text_as_it_is_stored():
    text = unicodedata.normalize("NFD", "Về công khai")
    assert [(text[start:end], word.marked) for start, end, word in spans(text)] == [
        (unicodedata.normalize("NFD", one), one.lower()) for one in ("Về", "công", "khai")
    ]


@pytest.mark.parametrize(
    "typed, found, level",
    [
        ("sở", "sở", 2),
        ("so", "so", 2),
        ("so", "sở", 1),
        ("so", "số", 1),
        ("sở", "so", 1),
        ("sở", "số", 0),
        ("sở", "sờ", 0),
        ("sở", "sơ", 0),
        ("sơ", "sở", 1),
        ("công", "cống", 1),
        ("công", "cong", 1),
        ("cống", "công", 0),
        ("đao", "dao", 1),
        ("dao", "đạo", 1),
        ("đào", "dào", 0),
        ("đạo", "dao", 1),
        ("hò", "hồ", 1),
        ("hồ", "hò", 0),
        ("resumé", "résumé", 1),
        ("résumé", "resumé", 0),
        # beginnings
        ("hòa", "hoàn", 1),
        ("đươ", "đường", 1),
        ("đướ", "đường", 0),
    ],
)
def test_typed_marks_must_be_there_or_the_text_has_none(typed, found, level):
    assert agreement(words(typed)[0].marked, words(found)[0].marked) == level


def test_a_beginning_may_go_on_with_y_or_with_i():
    assert beginnings(words("ki")[0]) == [Word("ki", "ki"), Word("ky", "ky")]
    assert beginnings(words("quý")[0]) == [Word("qui", "quí"), Word("quy", "quý")]
    assert beginnings(words("kiể")[0]) == words("kiể")
