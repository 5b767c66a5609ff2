"""The rule that an editor is told who tries to delete a mandated section."""

from eduportal import sections
from eduportal.content_types.section.guard import ISectionRule
from eduportal.content_types.section.guard import MandatedSectionRefused
from plone import api
from zope.component import getUtility
import pytest


@pytest.fixture
def rule(portal):
    return getUtility(ISectionRule, name="mandate")


def test_the_rule_names_source_and_place_in_the_language_of_the_reader(rule, speak):
    speak("vi")
    assert rule(sections.find("about")) == "Thông tư 53/2012/TT-BGDĐT, Điều 14.1"
    speak("en")
    assert rule(sections.find("about")) == "Circular 53/2012/TT-BGDĐT, Điều 14.1"


def test_a_text_that_binds_everywhere_is_named_before_a_letter_of_one_province(rule, speak):
    speak("vi")
    # its first citation in the mandate is Kon Tum's letter
    assert rule(sections.find("news")) == "Thông tư 53/2012/TT-BGDĐT, Điều 13"


def test_an_editors_own_section_answers_to_no_rule(portal, rule, manager):
    own = api.content.create(portal.vi, "Section", title="Câu lạc bộ cờ vua", language="vi")
    assert rule(own) == ""


def test_a_section_of_another_kind_of_unit_answers_to_no_rule(rule):
    section = sections.find("about")
    section.section_id = "no-such-section"
    assert rule(section) == ""


def test_without_a_unit_there_is_no_rule(portal, rule):
    portal.portal_registry["eduportal.unit.tier"] = None
    assert rule(sections.find("about")) == ""


REFUSALS = {
    "vi": (
        "Chuyên mục “Chức năng, nhiệm vụ, quyền hạn” là bắt buộc nên không thể xóa "
        "(Thông tư 53/2012/TT-BGDĐT, Điều 14.1.b). "
        "Có thể đổi tên, chuyển chỗ hoặc ẩn chuyên mục này."
    ),
    "en": (
        "The section “Chức năng, nhiệm vụ, quyền hạn” is mandated and cannot be deleted "
        "(Circular 53/2012/TT-BGDĐT, Điều 14.1.b). "
        "You may rename it, move it or hide it."
    ),
}


@pytest.mark.parametrize("language", sections.LANGUAGES)
def test_a_refused_deletion_names_the_rule(portal, administrator, speak, language):
    speak(language)
    section = sections.find("functions")
    with pytest.raises(MandatedSectionRefused) as refusal:
        api.content.delete(section)
    assert str(refusal.value) == REFUSALS[language]
    assert section.getId() in sections.find("about")
