"""Text is stored composed (NFC) and numbers tidy, whatever a keyboard or a client sent."""

from eduportal.content_types.official_document import numbers
from eduportal.content_types.official_document.official_document import IOfficialDocument
from eduportal.vietnamese import nfc
from zope.component import adapter
from zope.interface.interfaces import IObjectEvent

LINES = ("title", "title_en", "issuer", "signer", "signer_title")
LISTS = ("subject_areas", "addressees")


@adapter(IOfficialDocument, IObjectEvent)
def compose(document: IOfficialDocument, event: IObjectEvent) -> None:
    """On adding and editing, before the queued indexing reads the values."""
    for name in LINES:
        value = getattr(document, name, None)
        if value and (composed := _composed(value)) != value:
            setattr(document, name, composed)
    if (number := numbers.tidy(_composed(document.number or "")) or None) != document.number:
        document.number = number
    for name in LISTS:
        values = getattr(document, name, None) or ()
        kept = tuple(text for value in values if (text := _composed(value)))
        if kept != values:
            setattr(document, name, kept)


def _composed(text: str) -> str:
    """Without halves of letters, which JSON can carry and no page, feed or file can show."""
    return nfc(text).encode(errors="ignore").decode().strip()
