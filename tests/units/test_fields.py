from eduportal.units.fields import palettes
import pytest
import unicodedata


@pytest.mark.parametrize("value", ["Th-C", "1c", "c", "trường", "th_c", "th c", "a" * 41])
def test_an_id_that_is_none_is_refused(outcome, value):
    assert outcome("id", value) == (
        [
            (
                "error",
                f'Dòng 4, cột id: "{value}" không dùng làm mã được. Mã gồm 2 đến 40 chữ thường '
                "không dấu, số hoặc dấu gạch nối, bắt đầu bằng chữ, ví dụ c1-hoa-sen.",
                f'Row 4, column id: "{value}" cannot be an id. An id has 2 to 40 lower-case '
                "letters a-z, digits or hyphens and begins with a letter, such as c1-hoa-sen.",
            )
        ],
        None,
    )


def test_an_id_is_required(outcome):
    assert outcome("id", "") == (
        [
            (
                "error",
                "Dòng 4, cột id: thiếu mã đơn vị. Mã gồm chữ thường không dấu, số và dấu gạch "
                "nối, ví dụ c1-hoa-sen.",
                "Row 4, column id: the unit's id is missing. It is made of lower-case letters "
                "a-z, digits and hyphens, such as c1-hoa-sen.",
            )
        ],
        None,
    )


def test_a_name_of_300_characters_is_refused(outcome):
    name = "Trường " * 42 + "Mẫu số"
    assert len(name) == 300
    shown = ("Trường " * 9)[:60].rstrip()
    assert outcome("name", name) == (
        [
            (
                "error",
                f'Dòng 4, cột name: "{shown}…" dài 300 ký tự, nhiều nhất 200.',
                f'Row 4, column name: "{shown}…" has 300 characters, the most is 200.',
            )
        ],
        None,
    )


def test_a_decomposed_name_counts_and_is_stored_composed(outcome):
    name = "Đ" + "ệ" * 199
    sentences, unit = outcome("name", unicodedata.normalize("NFD", name))
    assert (sentences, unit.name) == ([], name)


def test_a_missing_english_name_warns_and_falls_back(outcome):
    sentences, unit = outcome("name_en", "")
    assert sentences == [
        (
            "warning",
            "Dòng 4, cột name_en: thiếu tên tiếng Anh; bản tiếng Anh của cổng sẽ dùng tên tiếng "
            "Việt.",
            "Row 4, column name_en: the English name is missing; the English side of the portal "
            "will use the Vietnamese one.",
        )
    ]
    assert unit.name_en == "Trường C"


@pytest.mark.parametrize("value", ["<b>Trường</b>", "Trường &lt;b&gt;"])
def test_markup_in_a_name_is_refused(outcome, value):
    assert outcome("name", value) == (
        [
            (
                "error",
                f'Dòng 4, cột name: "{value}" chứa mã HTML. Chỉ ghi chữ thường, không dùng < và >.',
                f'Row 4, column name: "{value}" contains HTML. Write plain text, without < and >.',
            )
        ],
        None,
    )


def test_an_ampersand_is_not_markup(outcome):
    assert outcome("name", "Trường TH&THCS Bình Minh")[0] == []


def test_characters_nobody_sees_are_refused(outcome):
    assert outcome("name", "Trường\u202eC\u0007") == (
        [
            (
                "error",
                'Dòng 4, cột name: "Trường\ufffdC\ufffd" chứa ký tự điều khiển hoặc xuống dòng '
                "(U+202E, U+0007). Hãy gõ lại trên một dòng.",
                'Row 4, column name: "Trường\ufffdC\ufffd" contains control characters or line '
                "breaks (U+202E, U+0007). Retype it on one line.",
            )
        ],
        None,
    )


def test_an_unknown_palette_is_refused(outcome):
    assert outcome("palette", "black") == (
        [
            (
                "error",
                'Dòng 4, cột palette: không có bảng màu "black". '
                "Cho phép: sky, teal, indigo, green, brown-red, lotus, violet, honey.",
                'Row 4, column palette: there is no palette "black". '
                "Allowed: sky, teal, indigo, green, brown-red, lotus, violet, honey.",
            )
        ],
        None,
    )
    assert palettes() == [
        "sky",
        "teal",
        "indigo",
        "green",
        "brown-red",
        "lotus",
        "violet",
        "honey",
    ]


def test_the_caller_may_know_other_palettes(check_rows, rows_with):
    checked = check_rows(rows_with(th_c={"palette": "Rose"}), palette_ids=["sky", "rose"])
    assert checked.problems == []
    assert [unit.palette for unit in checked.units] == ["sky", "sky", "rose", "sky"]
