"""The four groups are made once and belong to the unit's administrator afterwards."""

from eduportal.editorial import ensure_groups
from eduportal.editorial.groups import GROUPS
from plone import api


def groups():
    tool = api.portal.get_tool("portal_groups")
    own = [tool.getGroupById(name) for name in GROUPS]
    return {
        group.getId(): (
            group.getProperty("title"),
            sorted(set(group.getRoles()) - {"Authenticated"}),
        )
        for group in own
        if group is not None
    }


def test_a_portal_has_the_four_groups_and_none_that_grants_manager(portal):
    assert groups() == {
        "contributors": ("Cộng tác viên", ["Contributor"]),
        "editors": ("Biên tập viên", ["Contributor", "Editor"]),
        "chief-editors": ("Trưởng ban biên tập", ["Contributor", "Editor", "Reviewer"]),
        "administrators": ("Quản trị viên hệ thống", ["Site Administrator"]),
    }
    every = api.portal.get_tool("portal_groups").listGroups()
    assert [group.getId() for group in every if "Manager" in group.getRoles()] == []


def test_a_second_run_keeps_what_the_administrator_changed(portal):
    tool = api.portal.get_tool("portal_groups")
    with api.env.adopt_roles(["Manager"]):
        tool.editGroup("editors", title="Tổ biên tập", roles=["Editor"])
    assert (ensure_groups(portal), groups()["editors"]) == ([], ("Tổ biên tập", ["Editor"]))


def test_a_group_that_was_deleted_comes_back_and_stock_groups_are_left_alone(portal):
    tool = api.portal.get_tool("portal_groups")
    with api.env.adopt_roles(["Manager"]):
        tool.removeGroup("editors")
        tool.addGroup("Reviewers", roles=["Reviewer"])
        assert ensure_groups(portal) == ["editors"]
    assert tool.getGroupById("Reviewers") is not None
