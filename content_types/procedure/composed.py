"""Text is stored composed (NFC) and without blank lines, whatever a keyboard or a client sent."""

from eduportal.content_types.procedure.procedure import IProcedure
from eduportal.vietnamese import nfc
from zope.component import adapter
from zope.interface.interfaces import IObjectEvent

LINES = (
    "title",
    "title_en",
    "code",
    "area",
    "agency",
    "time_note",
    "result",
    "fee_note",
    "handler_name",
    "handler_position",
    "handler_phone",
    "handler_email",
)
TEXTS = ("description", "conditions", "place")
LISTS = ("steps", "dossier", "other_forms", "legal_basis_text")


@adapter(IProcedure, IObjectEvent)
def compose(procedure: IProcedure, event: IObjectEvent) -> None:
    """On adding and editing, before the queued indexing reads the values."""
    for name in (*LINES, *TEXTS):
        value = getattr(procedure, name, None)
        if value and (composed := tidy(value)) != value:
            setattr(procedure, name, composed)
    for name in LISTS:
        values = getattr(procedure, name, None) or ()
        kept = tuple(text for value in values if (text := tidy(value)))
        if kept != values:
            setattr(procedure, name, kept)


def tidy(text: str) -> str:
    """Without halves of letters, which JSON can carry and no page or file can show."""
    return nfc(text).encode(errors="ignore").decode().strip()
