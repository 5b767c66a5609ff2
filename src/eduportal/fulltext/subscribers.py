"""What happens to content with files, written down for the reader."""

from eduportal.attachments.texts import IFileHolder
from eduportal.fulltext.events import IFileRead
from eduportal.fulltext.indexers import reindex
from eduportal.fulltext.queue import drop
from eduportal.fulltext.queue import follow
from zope.component import adapter
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
from zope.lifecycleevent.interfaces import IObjectMovedEvent


@adapter(IFileHolder, IObjectMovedEvent)
def came_or_went(content, event: IObjectMovedEvent) -> None:
    """Added, copied, moved or removed, alone or with what it lies in."""
    drop(content) if event.newParent is None else follow(content)


@adapter(IFileHolder, IObjectModifiedEvent)
def changed(content, event: IObjectModifiedEvent) -> None:
    """Edited: perhaps other data lie in it now."""
    follow(content)


@adapter(IFileHolder, IFileRead)
def was_read(content, event: IFileRead) -> None:
    """Search learns what was read."""
    reindex(content)
