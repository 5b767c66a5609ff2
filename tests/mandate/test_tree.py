"""The section tree of every kind of unit."""

from collections import Counter
from eduportal.mandate import UnknownIdError
from eduportal.mandate import catalogue
from eduportal.mandate import problems
import pytest

KINDS = list(catalogue().kinds())


@pytest.mark.parametrize("edition", ["default", "newer-law"])
def test_the_mandate_has_no_gap(edition: str):
    assert problems(catalogue(edition)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_section_ids_are_unique_and_parents_come_first(kind: str):
    seen: list[str] = []
    for section in catalogue().sections(kind):
        assert section.parent in ("", *seen)
        assert section.id not in seen
        seen.append(section.id)


@pytest.mark.parametrize("kind", KINDS)
def test_short_names_are_unique_among_siblings(kind: str):
    sections = catalogue().sections(kind)
    for key in ("slug_vi", "slug_en"):
        count = Counter((section.parent, getattr(section, key)) for section in sections)
        assert [name for name, number in count.items() if number > 1] == []


@pytest.mark.parametrize("kind", KINDS)
def test_titles_and_hints_are_whole_sentences_in_both_languages(kind: str):
    for section in catalogue().sections(kind):
        words = (section.title_vi, section.title_en, section.hint_vi, section.hint_en)
        assert all(word.strip() and "{" not in word for word in words), section.id
        assert section.hint_vi.endswith(".") and section.hint_en.endswith("."), section.id


def test_the_menu_has_nine_entries_in_every_kind_of_unit():
    menus = {
        tuple(section.id for section in catalogue().sections(kind) if not section.parent)
        for kind in KINDS
    }
    assert menus == {
        (
            "home",
            "about",
            "news",
            "documents",
            "procedures",
            "admission-lookup",
            "disclosure",
            "resources",
            "participation",
        )
    }


def test_the_leadership_is_called_what_each_kind_of_unit_calls_it():
    titles = {kind: catalogue().section(kind, "leadership").title_vi for kind in KINDS}
    assert titles == {
        "so": "Lãnh đạo Sở",
        "phong": "Lãnh đạo Phòng",
        "commune": "Lãnh đạo phụ trách",
        **dict.fromkeys(("C0", "C1", "C2", "C3", "C12", "C23", "C123"), "Ban giám hiệu"),
        **dict.fromkeys(("TX", "TH", "TN", "TNT", "TC", "TK"), "Ban giám đốc"),
    }
    assert {catalogue().section(kind, "leadership").slug_vi for kind in KINDS} == {"lanh-dao"}


def test_a_commune_has_the_sections_of_a_phong_in_its_own_words():
    mandate = catalogue()
    assert [one.id for one in mandate.sections("commune")] == [
        one.id for one in mandate.sections("phong")
    ]
    procedures = mandate.section("commune", "procedures")
    assert procedures.title_vi == "Dịch vụ công – Thủ tục"
    assert "Cổng Dịch vụ công quốc gia" in procedures.hint_vi
    assert mandate.section("commune", "departments").title_vi == "Phòng Văn hóa - Xã hội"


def test_what_applies_to_a_phong_applies_to_a_commune():
    mandate = catalogue()
    assert mandate.requirements("commune") == mandate.requirements("phong")


def test_a_preschool_keeps_its_exam_sections_out_of_the_menu():
    hidden = [one.id for one in catalogue().sections("C0") if not one.in_menu]
    assert hidden == ["exam-results", "diplomas", "test-papers"]
    assert [one.id for one in catalogue().sections("C1") if not one.in_menu] == []
    assert catalogue().section("C0", "timetable").title_vi == "Thực đơn, thời gian biểu"


def test_upper_schools_speak_of_graduation():
    hints = {kind: catalogue().section(kind, "exam-results").hint_vi for kind in KINDS}
    assert [kind for kind, hint in hints.items() if "thi tốt nghiệp" in hint] == [
        "C3",
        "C23",
        "C123",
    ]


def test_sub_sections_are_allowed_everywhere_but_on_pages_of_the_system():
    sections = catalogue().sections("phong")
    without = [one.id for one in sections if "Section" not in one.allowed_types]
    assert without == ["home", "legal-basis", "case-status"]
    assert [one.id for one in sections if one.is_root] == ["home"]


def test_titles_fixed_by_a_source_keep_their_words():
    for kind in ("phong", "C1"):
        assert catalogue().section(kind, "procedures").title_vi == "Thủ tục - Biểu mẫu"
        assert catalogue().section(kind, "disclosure").title_vi == "Công khai"


def test_an_unknown_section_names_its_near_matches():
    with pytest.raises(UnknownIdError) as error:
        catalogue().section("C1", "member-unit")
    assert error.value.en.startswith("There is no section “member-unit”. Near matches: ")
    with pytest.raises(UnknownIdError) as error:
        catalogue().sections("C4")
    assert str(error.value) == (
        "There is no kind “C4”. Near matches: C0, C1, C12, C123, C2."
        " / Không có loại đơn vị “C4”. Gần giống: C0, C1, C12, C123, C2."
    )
