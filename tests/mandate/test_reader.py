"""A broken data file is told by file, entry and key, in English and Vietnamese."""

from collections.abc import Callable
from eduportal.mandate import Catalogue
from eduportal.mandate import MandateError
from eduportal.mandate.files import read_folders
from eduportal.mandate.registry import OWN
from eduportal.mandate.registry import own_folder
from pathlib import Path
import pytest

SOURCE = """
[[source]]
id = "letter"
kind = "công văn"
title_vi = "Mẫu"
title_en = "Sample"
issuer = "Đơn vị mẫu"
validity = "in-force"
verified = "memory"
"""

SECTION = """
[[section]]
id = "club"
parent = "about"
order = 500
tiers = ["school"]
title_vi = "Câu lạc bộ"
title_en = "Clubs"
hint_vi = "Mỗi câu lạc bộ một trang."
hint_en = "One page for each club."
requirements = ["custom-sections"]
"""


@pytest.fixture
def told(folder: Callable[[str], Path]) -> Callable[[str], tuple[str, str]]:
    """The English and the Vietnamese sentence that a file's text earns."""

    def read(text: str) -> tuple[str, str]:
        with pytest.raises(MandateError) as error:
            Catalogue(read_folders({OWN: own_folder(), "addon": folder(text)}))
        assert str(error.value) == f"{error.value.en} / {error.value.vi}"
        return error.value.en, error.value.vi

    return read


def test_an_unknown_key_is_refused(told):
    en, vi = told(SOURCE + 'isuer = "Bộ"\n')
    assert en.startswith("addon:extra.toml, source “letter”, key “isuer”: unknown; allowed: id, ")
    assert vi.startswith(
        "addon:extra.toml, source “letter”, khóa “isuer”: không được biết; được phép: id, "
    )


def test_an_unknown_table_is_refused(told):
    en, _vi = told('[[sorce]]\nid = "x"\n')
    assert en.startswith("addon:extra.toml, key “sorce”: unknown; allowed: source, tier, kind, ")


def test_a_missing_key_is_named(told):
    assert told(SOURCE.replace('issuer = "Đơn vị mẫu"\n', "")) == (
        "addon:extra.toml, source “letter”, key “issuer”: missing or empty.",
        "addon:extra.toml, source “letter”, khóa “issuer”: thiếu hoặc để trống.",
    )


def test_an_entry_without_id_is_named_by_its_number(told):
    en, _vi = told(SOURCE + SOURCE.replace('id = "letter"\n', ""))
    assert en == "addon:extra.toml, source no. 2, key “id”: missing or empty."


@pytest.mark.parametrize("key", ["title_vi", "title_en"])
def test_a_section_needs_a_title_in_both_languages(told, key: str):
    empty = "\n".join(
        f'{key} = " "' if line.startswith(key) else line for line in SECTION.splitlines()
    )
    assert told(empty) == (
        f"addon:extra.toml, section “club”, key “{key}”: missing or empty.",
        f"addon:extra.toml, section “club”, khóa “{key}”: thiếu hoặc để trống.",
    )


def test_a_value_of_the_wrong_type_says_what_is_wanted(told):
    assert told(SECTION.replace("order = 500", 'order = "500"')) == (
        "addon:extra.toml, section “club”, key “order”: “500” is not allowed; wanted:"
        " a whole number.",
        "addon:extra.toml, section “club”, khóa “order”: “500” không được phép; cần: số nguyên.",
    )


def test_a_truth_value_is_not_a_number(told):
    en, _vi = told(SECTION.replace("order = 500", "order = true"))
    assert en.endswith("key “order”: “True” is not allowed; wanted: a whole number.")


def test_a_text_in_place_of_a_list_is_refused(told):
    en, _vi = told(SECTION.replace('["school"]', '"school"'))
    assert en == (
        "addon:extra.toml, section “club”, key “tiers”: “school” is not allowed; wanted: a list."
    )


def test_a_value_outside_its_list_says_what_is_allowed(told):
    assert told(SOURCE.replace('"in-force"', '"valid"')) == (
        "addon:extra.toml, source “letter”, key “validity”: “valid” is not allowed; wanted:"
        " in-force, replaced, expired, unknown.",
        "addon:extra.toml, source “letter”, khóa “validity”: “valid” không được phép; cần:"
        " in-force, replaced, expired, unknown.",
    )


def test_a_date_is_an_iso_date(told):
    en, _vi = told(SOURCE + 'issued_on = "5/10/2020"\n')
    assert en.endswith("key “issued_on”: “5/10/2020” is not allowed; wanted: a date as 2020-10-05.")


def test_a_dangling_reference_names_near_matches(told):
    assert told(SECTION.replace('"custom-sections"', '"custom-section"')) == (
        "addon:extra.toml, section “club”, key “requirements.1”: there is no requirement"
        " “custom-section”; near matches: custom-sections, theme-customisation.",
        "addon:extra.toml, section “club”, khóa “requirements.1”: không có requirement"
        " “custom-section”; gần giống: custom-sections, theme-customisation.",
    )


def test_a_reference_deep_inside_an_entry_is_checked_too(told):
    en, _vi = told(SECTION + '[[section.override]]\nof = ["C9"]\nin_menu = false\n')
    assert en.startswith(
        "addon:extra.toml, section “club”, key “override.1.of.1”: there is no tier or kind “C9”"
    )


def test_a_parent_that_the_kind_of_unit_lacks_is_refused(told):
    en, _vi = told(SECTION.replace('"about"', '"member-units"'))
    assert en == (
        "addon:extra.toml, section “club”, key “parent”: “member-units” is not allowed; wanted:"
        " a section that C0 has and that leads to the root."
    )


def test_a_section_may_not_be_its_own_ancestor(told):
    en, _vi = told(SECTION.replace('"about"', '"club"'))
    assert en.startswith("addon:extra.toml, section “club”, key “parent”: “club” is not allowed")


def test_a_short_name_taken_by_a_sibling_is_refused(told):
    en, _vi = told(SECTION + 'slug_vi = "lich-su"\n')
    assert en == (
        "addon:extra.toml, section “club”, key “slug_vi”: “lich-su” is not allowed; wanted:"
        " a short name other than that of “history”."
    )


def test_a_misspelt_placeholder_is_refused(told):
    en, _vi = told(SECTION.replace("One page", "{unti}: one page"))
    assert en == (
        "addon:extra.toml, section “club”, key “hint_en”: “{unti}: one page for each club.” is"
        " not allowed; wanted: no braces but {unit}, {lead}."
    )


def test_an_edition_may_only_choose_what_a_conflict_offers(told):
    en, _vi = told(
        '[[edition]]\nid = "ours"\ntitle_vi = "Của tôi"\ntitle_en = "Ours"\n'
        'extends = "default"\nchoices = { board-size = "seven" }\n'
    )
    assert en == (
        "addon:extra.toml, edition “ours”, key “choices.board-size”: “seven” is not allowed;"
        " wanted: warn, ignore."
    )


def test_a_file_that_is_not_toml_is_named(told):
    en, _vi = told("[[source\n")
    assert en.startswith("addon:extra.toml: not valid TOML (")


def test_an_id_taken_by_another_catalogue_names_both(told):
    assert told(SOURCE.replace('"letter"', '"tt53"')) == (
        "addon:extra.toml, source “tt53”: this source id is taken already by"
        " eduportal:sources.toml, source “tt53”; give one of them another id.",
        "addon:extra.toml, source “tt53”: mã source này đã có tại"
        " eduportal:sources.toml, source “tt53”; hãy đổi một trong hai mã.",
    )
