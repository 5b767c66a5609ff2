"""Numbers as offices write them: read, stored, compared, sorted."""

from datetime import date
from eduportal.content_types.official_document import numbers
from eduportal.content_types.official_document.numbers import Number
import pytest
import unicodedata


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("37/2020/TT-BGDĐT", (37, "", 2020, "TT-BGDĐT", "TT", "BGDĐT")),
        ("1502/SGDĐT-GDTH", (1502, "", None, "SGDĐT-GDTH", "", "SGDĐT")),
        ("780/QĐ-UBND", (780, "", None, "QĐ-UBND", "QĐ", "UBND")),
        ("669/KH-…", (669, "", None, "KH-…", "KH", "")),
        ("43/2019/QH14", (43, "", 2019, "QH14", "", "QH")),
        ("01/NQ-HĐND", (1, "", None, "NQ-HĐND", "NQ", "HĐND")),
        ("123-QĐ/TU", (123, "", None, "QĐ/TU", "QĐ", "TU")),
        ("12/TB-THPT.HS", (12, "", None, "TB-THPT.HS", "TB", "THPT.HS")),
        ("Số 05/2024/NĐ-CP", (5, "", 2024, "NĐ-CP", "NĐ", "CP")),
        ("Luật số 43/2019/QH14", (43, "", 2019, "QH14", "", "QH")),
        ("20/2012/TTLT-BGDĐT-BTC", (20, "", 2012, "TTLT-BGDĐT-BTC", "TTLT", "BGDĐT-BTC")),
        ("15a/QĐ-UBND", (15, "a", None, "QĐ-UBND", "QĐ", "UBND")),
        ("15bis/QĐ-UBND", (15, "bis", None, "QĐ-UBND", "QĐ", "UBND")),
        ("2025/QĐ-UBND", (2025, "", None, "QĐ-UBND", "QĐ", "UBND")),
        ("9/CV-PGD", (9, "", None, "CV-PGD", "CV", "PGD")),
        ("12/HĐ-THPT", (12, "", None, "HĐ-THPT", "HĐ", "THPT")),
        # no marks, lower case: guidance is meant, which is written so
        ("12/hd-sgddt", (12, "", None, "hd-sgddt", "HD", "sgddt")),
        ("37-2020-tt-bgddt", (37, "", 2020, "tt-bgddt", "TT", "bgddt")),
        ("12", (12, "", None, "", "", "")),
        ("Không số", (None, "", None, "Không số", "", "")),
        ("    /TB-THPT", (None, "", None, "/TB-THPT", "", "")),
        ("", (None, "", None, "", "", "")),
        (None, (None, "", None, "", "", "")),
    ],
)
def test_the_parts_of_a_number(written, parts):
    assert numbers.parse(written) == Number(*parts)
    if written:
        assert numbers.parse(unicodedata.normalize("NFD", written)) == Number(*parts)


def test_a_kind_that_only_this_portal_knows_can_be_told():
    assert numbers.parse("3/GK-HS", kinds=("GK",)).kind_abbreviation == "GK"


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("Số: 37/2020/TT-BGDĐT", "37/2020/TT-BGDĐT"),
        ("SỐ 37 / 2020 /TT - BGDĐT ", "37/2020/TT-BGDĐT"),
        ("so 37/2020/TT–BGDĐT", "37/2020/TT-BGDĐT"),
        ("Số:   /TB-THPT", "/TB-THPT"),
        ("05/2024/NĐ-CP", "05/2024/NĐ-CP"),
        ("Sổ tay 5", "Sổ tay 5"),
        ("Không  số", "Không số"),
        ("  ", ""),
        (None, ""),
    ],
)
def test_a_number_is_stored_tidy(written, stored):
    assert numbers.tidy(written) == stored


def test_one_number_is_the_same_however_it_is_typed():
    written = ["05/2024/NĐ-CP", "5/2024/nđ-cp", "Số 5 / 2024 / ND-CP", "005/2024/NĐ–CP"]
    assert {numbers.key(one) for one in written} == {"5/2024/nd-cp"}
    assert {numbers.filed_as(one, "Chính phủ", None) for one in written} == {
        "chinh phu|2024|5/2024/nd-cp"
    }


@pytest.mark.parametrize(
    ("number", "issued_on", "filed_as"),
    [
        ("1502/SGDĐT-GDTH", date(2024, 3, 1), "so|2024|1502/sgddt-gdth"),
        ("1502/SGDĐT-GDTH", None, "so||1502/sgddt-gdth"),
        # issued in January under last year's number: the date decides
        ("37/2020/TT-BGDĐT", date(2021, 1, 4), "so|2021|37/2020/tt-bgddt"),
        # alike without marks, and both in one year: a contract and a guidance
        ("12/HĐ-SGDĐT", date(2024, 3, 1), "so|2024|12/hd-sgddt|hđ"),
        ("12/HD-SGDĐT", date(2024, 3, 1), "so|2024|12/hd-sgddt|hd"),
        ("", date(2024, 3, 1), None),
        (None, date(2024, 3, 1), None),
        ("Không số", date(2024, 3, 1), None),
        ("/TB-THPT", date(2024, 3, 1), None),
    ],
)
def test_what_may_not_be_filed_twice(number, issued_on, filed_as):
    assert numbers.filed_as(number, "Sở", issued_on) == filed_as


def test_a_register_is_sorted_by_year_then_by_sequence():
    written = [
        ("10/QĐ-HS", date(2024, 5, 1)),
        ("9/QĐ-HS", date(2024, 4, 1)),
        ("9a/QĐ-HS", date(2024, 4, 1)),
        ("1/2025/QĐ-HS", None),
        ("700/QĐ-HS", date(2023, 12, 30)),
        (None, None),
    ]
    ordered = sorted(written, key=lambda one: numbers.order(*one))
    assert [number for number, _day in ordered] == [
        None,
        "700/QĐ-HS",
        "9/QĐ-HS",
        "9a/QĐ-HS",
        "10/QĐ-HS",
        "1/2025/QĐ-HS",
    ]


@pytest.mark.parametrize(
    ("number", "spellings"),
    [
        ("05/2024/NĐ-CP", ("05/2024/NĐ-CP", "5/2024/NĐ-CP")),
        ("5/2024/NĐ-CP", ("5/2024/NĐ-CP", "05/2024/NĐ-CP")),
        ("37/2020/TT-BGDĐT", ("37/2020/TT-BGDĐT",)),
        ("Không số", ("Không số",)),
        (None, ()),
    ],
)
def test_a_number_is_searched_with_and_without_its_nought(number, spellings):
    assert numbers.spellings(number) == spellings


@pytest.mark.parametrize(
    ("number", "issued_on", "differ"),
    [
        ("37/2020/TT-BGDĐT", date(2021, 1, 4), True),
        ("37/2020/TT-BGDĐT", date(2020, 10, 5), False),
        ("37/2020/TT-BGDĐT", None, False),
        ("780/QĐ-UBND", date(2021, 1, 4), False),
    ],
)
def test_another_year_than_the_dates_is_noticed(number, issued_on, differ):
    assert numbers.years_differ(number, issued_on) is differ
