"""The tree that setup leaves in a portal."""

from collections import Counter
from dataclasses import replace
from eduportal import mandate
from eduportal import sections
from eduportal.provisioning.portal import complete
from eduportal.testing import SCHOOL
from eduportal.units import settings
from plone import api
from plone.app.multilingual.interfaces import ITranslationManager
from plone.app.testing import logout
from plone.base.interfaces.constrains import ISelectableConstrainTypes
import pytest

OTHER_KINDS = ("so", "commune", "C0")


def mandated(kind):
    return [one for one in mandate.catalogue().sections(kind) if not one.is_root]


def both_languages(kind):
    return {(one.id, language) for one in mandated(kind) for language in sections.LANGUAGES}


def brains(portal, **query):
    return portal.portal_catalog.unrestrictedSearchResults(**query)


def test_every_section_of_the_kind_stands_in_both_languages(portal):
    assert set(sections.sections_by_id(portal)) == both_languages("C1")


@pytest.mark.parametrize("kind", OTHER_KINDS)
def test_a_portal_whose_kind_changes_gets_the_sections_of_the_new_kind(portal, manager, kind):
    settings.store(replace(SCHOOL, tier=kind))
    complete(api.portal.get_tool("portal_setup"))
    assert sections.diff(portal).missing == []
    assert set(sections.sections_by_id(portal)) == both_languages("C1") | both_languages(kind)


def test_a_section_id_names_one_section_per_language(portal):
    found = Counter((b.edu_section, b.Language) for b in brains(portal, portal_type="Section"))
    assert set(found.values()) == {1}


def test_everything_in_the_portal_has_the_language_of_the_root_it_stands_under(portal):
    wrong = {}
    for language in sections.LANGUAGES:
        under = brains(portal, path=f"/plone/{language}")
        wrong |= {b.getPath(): b.Language for b in under if b.Language != language}
    # multilingual's folder for what belongs to no language, one in each root
    neutral = {f"/plone/{language}/assets": "" for language in sections.LANGUAGES}
    assert {path: said for path, said in wrong.items() if path not in neutral} == {}


def test_the_two_languages_of_a_section_are_translations_of_each_other(portal):
    found = sections.sections_by_id(portal)
    linked = {
        one.id: ITranslationManager(found[one.id, "vi"]).get_translation("en")
        for one in mandated("C1")
    }
    assert linked == {one.id: found[one.id, "en"] for one in mandated("C1")}


def test_titles_are_those_of_the_mandate(portal):
    found = sections.sections_by_id(portal)
    titles = {key: section.title for key, section in found.items()}
    assert titles == {
        (one.id, language): getattr(one, f"title_{language}")
        for one in mandated("C1")
        for language in sections.LANGUAGES
    }


def test_children_stand_in_the_order_of_the_mandate(portal):
    by_parent = {}
    for one in mandated("C1"):
        by_parent.setdefault(one.parent, []).append(one.id)
    for language in sections.LANGUAGES:
        for parent, expected in by_parent.items():
            folder = sections.find(parent, language) if parent else portal[language]
            children = folder.objectValues()
            order = [one.section_id for one in children if one.portal_type == "Section"]
            assert order == expected, (language, parent)


def test_sections_allow_the_types_that_the_mandate_names_and_show_its_view(portal):
    found = sections.sections_by_id(portal)
    for one in mandated("C1"):
        for language in sections.LANGUAGES:
            section = found[one.id, language]
            types = ISelectableConstrainTypes(section)
            assert (
                types.getConstrainTypesMode(),
                sorted(section.locally_allowed_types),
                section.getLayout(),
            ) == (1, sorted(one.allowed_types), one.default_view), (language, one.id)


def test_visitors_see_the_language_roots_and_every_section(portal):
    logout()
    visible = portal.portal_catalog.searchResults(portal_type=("LRF", "Section"))
    states = {
        (b.portal_type, b.edu_section or b.getId, b.Language): b.review_state for b in visible
    }
    assert states == {
        **{("LRF", language, language): "published" for language in sections.LANGUAGES},
        **{("Section", *key): "published" for key in both_languages("C1")},
    }


def test_a_renamed_and_moved_section_is_found_by_its_id(portal, manager):
    news = sections.find("announcements")
    news.title = "Bảng tin"
    moved = api.content.move(news, sections.find("about"))
    renamed = api.content.rename(moved, new_id="bang-tin")
    found = sections.find("announcements")
    assert found.getPhysicalPath() == renamed.getPhysicalPath()
    assert found.getPhysicalPath()[-2:] == (sections.find("about").getId(), "bang-tin")
    assert sections.find("announcements", "en").title == "Announcements"


def test_a_section_that_no_kind_has_is_not_found(portal):
    assert sections.find("no-such-section") is None
