"""A copy begins a new record: it keeps everything but the number, which only one may have."""

from eduportal.content_types.official_document.official_document import IOfficialDocument
from zope.component import adapter
from zope.lifecycleevent.interfaces import IObjectCopiedEvent


@adapter(IOfficialDocument, IObjectCopiedEvent)
def start_anew(document: IOfficialDocument, event: IObjectCopiedEvent) -> None:
    """Before the copy has a place; what the first one acts upon is not remembered as its own."""
    document.number = None
    document.acting_upon = ()
