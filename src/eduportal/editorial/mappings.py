"""What roles may do is stored at each item: a changed workflow has to be written there."""

from AccessControl.Permission import pname
from Acquisition import aq_base
from eduportal.editorial.chain import EDITORIAL
from eduportal.editorial.chain import SECTION
from plone import api
import logging
import transaction

logger = logging.getLogger(__name__)

BATCH = 500
# Who sees an item did not change, so nothing is indexed anew.
CHANGED = ("scheduled", "published", "withdrawn")


def refresh_mappings(portal) -> int:
    """Write the workflows' permissions to sections and what is approved; how many items changed.

    Safe to run again; works in batches, so that a portal of 100,000 documents fits into memory.
    """
    tool = api.portal.get_tool("portal_workflow")
    ours = (EDITORIAL, SECTION)
    catalog = api.portal.get_tool("portal_catalog")
    place = "/".join(portal.getPhysicalPath())
    found = catalog.unrestrictedSearchResults(path=place, review_state=list(CHANGED))
    changed = 0
    for number, brain in enumerate(found, start=1):
        content = brain._unrestrictedGetObject()
        for name in set(ours).intersection(tool.getChainFor(content)):
            workflow = tool.getWorkflowById(name)
            before = _stored(content, workflow)
            workflow.updateRoleMappingsFor(content)
            changed += before != _stored(content, workflow)
        if number % BATCH == 0:
            transaction.savepoint(optimistic=True)
            portal._p_jar.cacheGC()
    if changed:
        logger.info("Permissions of %d items brought up to the workflow", changed)
    return changed


def _stored(content, workflow) -> dict:
    """What stands at the item; the workflow itself reports a change for whatever is acquired."""
    base = aq_base(content)
    return {name: getattr(base, pname(name), None) for name in workflow.permissions}
