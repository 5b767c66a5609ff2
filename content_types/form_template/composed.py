"""Text is stored composed (NFC), whatever a keyboard, a paste or a client sent."""

from eduportal.content_types.form_template.form_template import IFormTemplate
from eduportal.vietnamese import nfc
from zope.component import adapter
from zope.interface.interfaces import IObjectEvent

TEXTS = ("title", "title_en", "description")


@adapter(IFormTemplate, IObjectEvent)
def compose(template: IFormTemplate, event: IObjectEvent) -> None:
    """On adding and editing, before the queued indexing reads the values."""
    for name in TEXTS:
        value = getattr(template, name, None)
        if value and (composed := nfc(value).strip()) != value:
            setattr(template, name, composed)
