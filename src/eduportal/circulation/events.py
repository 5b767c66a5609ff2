"""When a document's circulation starts, changes and ends."""

from eduportal.circulation import downstream
from eduportal.circulation import notices
from eduportal.content_types.official_document.official_document import IOfficialDocument
from OFS.interfaces import IObjectWillBeRemovedEvent
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from plone.uuid.interfaces import IUUID
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.component import adapter
from zope.interface.interfaces import IObjectEvent
from zope.lifecycleevent.interfaces import IObjectAddedEvent

PUBLISHED = "published"


@adapter(IOfficialDocument, IAfterTransitionEvent)
def state_changed(document: IOfficialDocument, event: IAfterTransitionEvent) -> None:
    """Published, withdrawn or anything else: members follow, and groups are told once."""
    portal = api.portal.get()
    downstream.follow(portal, document)
    if event.transition is not None and event.new_state.getId() == PUBLISHED:
        notices.tell(portal, document)


@adapter(IOfficialDocument, IObjectEvent)
def changed(document: IOfficialDocument, event: IObjectEvent) -> None:
    """Edited, renamed or moved, itself or with its section."""
    removed = getattr(event, "newParent", document) is None
    if not removed and not IObjectAddedEvent.providedBy(event) and IUUID(document, None):
        downstream.follow(api.portal.get(), document)


@adapter(IOfficialDocument, IObjectWillBeRemovedEvent)
def removed(document: IOfficialDocument, event: IObjectWillBeRemovedEvent) -> None:
    """Deleted, itself or with its section; a whole portal takes its records along."""
    if not IPloneSiteRoot.providedBy(event.object):
        downstream.drop(api.portal.get(), IUUID(document))
