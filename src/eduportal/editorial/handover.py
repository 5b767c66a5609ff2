"""Content changes its workflow when the kit comes to a site or leaves it; its state goes along.

Without this what was public would fall back to a draft when the profile is applied to an existing
site, and a draft would be without an owner's protection when the kit is taken away.
"""

from Acquisition import aq_base
from DateTime import DateTime
from plone import api
from Products.CMFCore.WorkflowTool import WorkflowTool
from Products.CMFPlone.workflow import ToolWorkflowChain
from Products.DCWorkflow.utils import modifyRolesForPermission

OURS = ("editorial", "section")
FILES = ("File", "Image")

# By the state that content was in; what is not named starts where its new workflow starts.
STATES = {
    "editorial": {
        "internally_published": "published",
        "pending": "submitted",
        "published": "published",
    },
    "section": {"private": "hidden", "published": "published"},
}
STATES_AFTER_US = {"published": "published", "submitted": "pending"}


def take_over(portal) -> int:
    """Give existing content the kit's workflows; how many objects changed."""
    return _carry(portal, lambda workflow_id: STATES.get(workflow_id, {}))


def hand_over(portal) -> int:
    """Give the portal back to Plone's workflows and take the kit's away."""
    tool = api.portal.get_tool("portal_workflow")
    if not any(workflow_id in tool for workflow_id in OURS):
        return 0
    tool.setDefaultChain("simple_publication_workflow")
    bound = [name for name, chain in tool.listChainOverrides() if set(chain) & set(OURS)]
    tool.setChainForPortalTypes([name for name in bound if name not in FILES], "(Default)")
    tool.setChainForPortalTypes([name for name in bound if name in FILES], "")
    changed = _carry(portal, lambda workflow_id: STATES_AFTER_US, ToolWorkflowChain)
    tool.manage_delObjects([workflow_id for workflow_id in OURS if workflow_id in tool])
    return changed


def _carry(portal, states_for, chain_of=None) -> int:
    tool = api.portal.get_tool("portal_workflow")
    catalog = api.portal.get_tool("portal_catalog")
    changed = 0
    for brain in catalog.unrestrictedSearchResults(path="/".join(portal.getPhysicalPath())):
        content = brain._unrestrictedGetObject()
        chain = chain_of(content, tool) if chain_of else tool.getChainFor(content)
        if _move(tool, content, chain, states_for):
            content.reindexObject(idxs=["review_state"])
            content.reindexObjectSecurity()
            changed += 1
    return changed


def _move(tool: WorkflowTool, content, chain: tuple[str, ...], states_for) -> bool:
    before_id, state = _latest(tool, content)
    if before_id in chain:
        # Loose files keep their history without a workflow while the kit is away, not their roles.
        return tool.getWorkflowById(before_id).updateRoleMappingsFor(content)
    if not chain and state != "published":
        # a file that nobody has approved yet stays as hidden as it is
        return False
    managed = {name for one in chain for name in tool.getWorkflowById(one).permissions}
    earlier = tool.getWorkflowById(before_id).permissions if before_id else ()
    for name in set(earlier) - managed:
        modifyRolesForPermission(content, name, [])
    for workflow_id in chain:
        workflow = tool.getWorkflowById(workflow_id)
        entry = {"action": None, "actor": None, "comments": "", "time": DateTime()}
        entry["review_state"] = states_for(workflow_id).get(state, workflow.initial_state)
        tool.setStatusOf(workflow_id, content, entry)
        workflow.updateRoleMappingsFor(content)
    return bool(chain or earlier)


def _latest(tool: WorkflowTool, content) -> tuple[str, str]:
    """The workflow and the state that content got last; without any it was as public as its place.

    ``aq_base``: a file without a history of its own would answer with that of its item.
    """
    history = getattr(aq_base(content), "workflow_history", {})
    found = [
        (entries[-1]["time"], key, entries[-1].get("review_state", ""))
        for key, entries in history.items()
        if entries and tool.getWorkflowById(key) is not None
    ]
    _time, key, state = max(found, default=(None, "", "published"))
    return key, state
