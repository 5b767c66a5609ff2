"""Text is stored composed (NFC), whatever a keyboard, a paste or a client sent."""

from eduportal.content_types.official_document.official_document import IOfficialDocument
from eduportal.vietnamese import nfc
from zope.component import adapter
from zope.interface.interfaces import IObjectEvent

LINES = ("title", "title_en", "number", "issuer", "signer")


@adapter(IOfficialDocument, IObjectEvent)
def compose(document: IOfficialDocument, event: IObjectEvent) -> None:
    """On adding and editing, before the queued indexing reads the values."""
    for name in LINES:
        value = getattr(document, name, None)
        if value and (composed := nfc(value).strip()) != value:
            setattr(document, name, composed)
    areas = tuple(nfc(area).strip() for area in document.subject_areas or ())
    if areas != document.subject_areas:
        document.subject_areas = areas
