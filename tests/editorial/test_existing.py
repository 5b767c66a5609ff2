"""Portals that are there already: the workflow's new permissions reach what was approved before."""

from AccessControl.PermissionRole import rolesForPermissionOn
from eduportal.editorial import refresh_mappings
from Products.DCWorkflow.utils import modifyRolesForPermission

BEFORE = ("Manager", "Reviewer", "Site Administrator")
MODIFY = "Modify portal content"


def test_what_was_approved_before_is_changed_by_the_chief_editor_alone(board, write):
    items = [write(state) for state in ("draft", "scheduled", "published", "withdrawn")]
    for content in items[1:]:
        modifyRolesForPermission(content, MODIFY, BEFORE)
    counts = [refresh_mappings(board), refresh_mappings(board)]
    roles = ["Site Administrator" in rolesForPermissionOn(MODIFY, content) for content in items]
    assert (counts, roles) == ([3, 0], [True, False, False, False])
