"""Text is stored composed (NFC), whatever a keyboard, a paste or a client sent."""

from eduportal.content_types.resource.resource import IResource
from eduportal.vietnamese import nfc
from zope.component import adapter
from zope.interface.interfaces import IObjectEvent

TEXTS = (
    "title",
    "title_en",
    "description",
    "school_subject",
    "subject_group",
    "author",
    "source",
)


@adapter(IResource, IObjectEvent)
def compose(resource: IResource, event: IObjectEvent) -> None:
    """On adding and editing, before the queued indexing reads the values."""
    for name in TEXTS:
        value = getattr(resource, name, None)
        if value and (composed := nfc(value).strip()) != value:
            setattr(resource, name, composed)
