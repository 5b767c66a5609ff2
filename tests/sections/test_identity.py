"""What copying and moving does to the ids of sections."""

from eduportal import sections
from eduportal.content_types.section.guard import MandatedSectionRefused
from plone import api
import pytest


def test_a_copied_branch_carries_no_section_ids_and_the_originals_keep_theirs(portal, manager):
    before = {key: one.UID() for key, one in sections.sections_by_id(portal).items()}
    copy = api.content.copy(sections.find("disclosure"), portal.vi, id="ban-sao")
    assert copy.section_id == ""
    assert {one.section_id for one in copy.objectValues()} == {""}
    assert {key: one.UID() for key, one in sections.sections_by_id(portal).items()} == before
    found = sections.diff(portal)
    assert len(found.extra) == 1 + len(copy.objectIds())
    assert (found.removed, found.moved, found.unlinked) == ([], [], [])


@pytest.mark.parametrize("target", ["vi", None])
def test_a_section_does_not_leave_its_language(portal, administrator, speak, target):
    speak("en")
    place = portal[target] if target else portal
    parent = sections.find("participation", "en")
    with pytest.raises(MandatedSectionRefused) as refusal:
        place.manage_pasteObjects(parent.manage_cutObjects([sections.find("press", "en").getId()]))
    assert str(refusal.value) == (
        "The section “Spokesperson and press information” is mandated and stays under "
        "its own language. "
        "You may move it to any place there."
    )


def test_an_own_section_that_holds_a_mandated_one_does_not_leave_its_language_either(
    portal, manager
):
    own = api.content.create(portal.en, "Section", title="Clubs", language="en")
    api.content.move(sections.find("forum", "en"), own)
    with pytest.raises(MandatedSectionRefused):
        api.content.move(own, portal.vi)


def test_an_own_section_may_change_its_language(portal, manager):
    own = api.content.create(portal.en, "Section", title="Clubs", language="en")
    assert api.content.move(own, portal.vi).Language() == "vi"
