"""Copies of mandated sections."""

from eduportal import sections
from plone import api


def test_a_copied_branch_carries_no_section_ids_and_the_originals_keep_theirs(portal, manager):
    before = {key: one.UID() for key, one in sections.sections_by_id(portal).items()}
    copy = api.content.copy(sections.find("disclosure"), portal.vi, id="ban-sao")
    assert copy.section_id == ""
    assert {one.section_id for one in copy.objectValues()} == {""}
    assert {key: one.UID() for key, one in sections.sections_by_id(portal).items()} == before
    found = sections.diff(portal)
    assert len(found.extra) == 1 + len(copy.objectIds())
    assert (found.removed, found.moved, found.unlinked) == ([], [], [])
