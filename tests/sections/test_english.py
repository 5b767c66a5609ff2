"""Which English sections stand in the menu, as content comes and goes."""

from eduportal import sections
from eduportal.sections import english
from plone import api
from plone.app.testing import TEST_USER_ID
from plone.app.testing import setRoles
import pytest


@pytest.fixture(autouse=True)
def manager(portal):
    setRoles(portal, TEST_USER_ID, ["Manager"])


def shown() -> set[str]:
    """Ids of the English sections that are in navigation."""
    return {
        brain.edu_section
        for brain in api.content.find(portal_type="Section", Language="en")
        if not brain.exclude_from_nav
    }


def page(section_id: str, publish: bool = True):
    content = api.content.create(sections.find(section_id, "en"), "Document", title="Page")
    if publish:
        api.content.transition(content, "publish")
    return content


def test_a_new_portal_shows_what_lists_records_and_the_way_there(portal):
    assert {"documents", "document-register", "about", "legal-basis"} <= shown()
    assert {"procedures", "procedure-list", "service-catalogue", "forms-library"} <= shown()
    assert not {"history", "disclosure", "annual-report"} & shown()


def test_a_draft_shows_nothing(portal):
    before = shown()
    page("annual-report", publish=False)
    assert shown() == before


def test_published_content_shows_its_section_and_those_around_it(portal):
    before = shown()
    page("annual-report")
    assert shown() - before == {"disclosure", "annual-report"}


def test_withdrawn_content_takes_them_out_again(portal):
    before = shown()
    content = page("annual-report")
    api.content.transition(content, "withdraw", comment="Sai ngày")
    assert shown() == before


def test_one_of_two_pages_withdrawn_leaves_the_section(portal):
    page("annual-report")
    content = page("annual-report")
    before = shown()
    api.content.transition(content, "withdraw", comment="Sai ngày")
    assert shown() == before


def test_deleted_content_takes_them_out_again(portal):
    before = shown()
    api.content.delete(page("annual-report"), check_linkintegrity=False)
    assert shown() == before


def test_moved_content_takes_the_menu_entry_with_it(portal):
    before = shown()
    api.content.move(page("annual-report"), sections.find("history", "en"))
    assert shown() - before == {"history"}


def test_what_an_editor_chose_stays(portal):
    page("annual-report")
    disclosure = sections.find("disclosure", "en")
    disclosure.exclude_from_nav = True
    disclosure.reindexObject(idxs=["exclude_from_nav"])
    page("yearbook")
    assert {"disclosure", "annual-report", "yearbook"} & shown() == {
        "annual-report",
        "yearbook",
    }


def test_a_second_look_changes_nothing(portal):
    assert english.settle(portal) == []


def test_vietnamese_content_does_not_touch_the_english_menu(portal):
    before = shown()
    content = api.content.create(sections.find("annual-report"), "Document", title="Trang")
    api.content.transition(content, "publish")
    assert shown() == before
