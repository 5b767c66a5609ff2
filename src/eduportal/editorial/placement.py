"""A file or an image that comes to lie elsewhere gets the workflow of its new place.

Plone sets permissions on creation and on transitions only. Cut out of a draft and pasted into a
section, a file would be public unseen; pasted into an item, it would stay hidden for ever.
"""

from AccessControl.Permission import pname
from Acquisition import aq_base
from eduportal.editorial.chain import EDITORIAL
from plone import api
from plone.dexterity.content import DexterityContent
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectMovedEvent


def follow_the_new_place(content: DexterityContent, event: IObjectMovedEvent) -> None:
    """After adding, pasting or moving: review what lies loose, acquire from the item otherwise."""
    if event.object is not content or event.newParent is None:
        return
    tool = api.portal.get_tool("portal_workflow")
    workflow = tool.getWorkflowById(EDITORIAL)
    if workflow is None:
        return
    reviewed = tool.getStatusOf(EDITORIAL, content) is not None
    if EDITORIAL in tool.getChainFor(content):
        # what is new or copied is started by Plone itself, after this event
        if not reviewed and not IObjectAddedEvent.providedBy(event):
            workflow.notifyCreated(content)
            _reindex(content)
        return
    own = [name for name in map(pname, workflow.permissions) if name in vars(aq_base(content))]
    if reviewed or own:
        # without aq_base a copy, which has no history yet, would erase that of its item
        getattr(aq_base(content), "workflow_history", {}).pop(EDITORIAL, None)
        for name in own:
            delattr(content, name)
        _reindex(content)


def _reindex(content: DexterityContent) -> None:
    content.reindexObject(idxs=["review_state"])
    content.reindexObjectSecurity()
