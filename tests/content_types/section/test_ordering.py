"""Subsections and pages keep their places; a register's records have none and cost no list."""

from eduportal import sections
from eduportal.content_types.section.ordering import SectionOrdering
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.folder.default import DefaultOrdering
import pytest


@pytest.fixture
def mixed(portal):
    """A section with pages and records put in by turns."""
    section = sections.find("steering-information")
    with api.env.adopt_roles(["Manager"]):
        for number in (1, 2, 3):
            createContentInContainer(section, "OfficialDocument", id=f"d{number}", title="Văn bản")
            createContentInContainer(
                section, "Document", id=f"p{number}", title=f"Trang {4 - number}"
            )
        yield section


def placed(section):
    return SectionOrdering(section)._order()


def test_records_come_after_what_has_a_place(mixed):
    assert placed(mixed) == ["p1", "p2", "p3"]
    assert mixed.objectIds() == ["p1", "p2", "p3", "d1", "d2", "d3"]
    assert [mixed.getObjectPosition(name) for name in mixed.objectIds()] == [0, 1, 2, 3, 3, 3]
    with pytest.raises(ValueError, match="nobody"):
        mixed.getObjectPosition("nobody")


def test_pages_are_moved_among_each_other_whatever_is_named_besides(mixed):
    everything = ["d1", "p1", "d2", "p2", "d3", "p3"]
    mixed.moveObjectsByDelta(["d1", "p3"], -1, everything)
    assert placed(mixed) == ["p1", "p3", "p2"]
    mixed.moveObjectsToTop(["p2"])
    mixed.moveObjectToPosition("p1", 2)
    mixed.moveObjectToPosition("d1", 0)
    assert placed(mixed) == ["p2", "p3", "p1"]
    mixed.orderObjects("title")
    assert placed(mixed) == ["p3", "p2", "p1"]


def test_a_listing_by_position_shows_records_of_several_sections_last(mixed):
    catalog = api.portal.get_tool("portal_catalog")
    names = ["steering-information", "d1", "p2", "p1"]
    found = catalog(
        path="/".join(mixed.aq_parent.getPhysicalPath()),
        getId=[mixed.getId(), *names],
        sort_on="getObjPositionInParent",
    )
    inside = [brain.getId for brain in found if mixed.getId() in brain.getPath().split("/")[:-1]]
    assert inside == ["p1", "p2", "d1"]


def test_adding_and_removing_a_record_writes_no_list(mixed):
    order = placed(mixed)
    mixed._p_jar.savepoint()
    order._p_changed = False
    with api.env.adopt_roles(["Manager"]):
        createContentInContainer(mixed, "OfficialDocument", id="d4", title="Văn bản")
        api.content.delete(mixed["d1"])
    assert (order._p_changed, mixed.objectIds()) == (False, ["p1", "p2", "p3", "d2", "d3", "d4"])


def test_records_that_an_earlier_version_listed_are_taken_out_once(mixed):
    ordering = DefaultOrdering(mixed)
    for name in ("d1", "d2", "d3"):
        ordering.notifyAdded(name)
    mixed.moveObjectToPosition("d2", 0)
    before = list(placed(mixed))
    done = [SectionOrdering(mixed).forget_records() for _turn in range(2)]
    assert (before, done, placed(mixed)) == (
        ["d2", "p1", "p2", "p3", "d1", "d3"],
        [3, 0],
        ["p1", "p2", "p3"],
    )
    assert [mixed.getObjectPosition(name) for name in ("p1", "p3", "d1")] == [0, 2, 3]
