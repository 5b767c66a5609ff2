"""Titles and names that reach content past its forms: uploads, renaming, scripts."""

from eduportal.clean_text.characters import tidy
from eduportal.clean_text.characters import tidy_line
from eduportal.interfaces import IEduportal
from eduportal.vietnamese import nfc
from plone.dexterity.interfaces import IDexterityContent
from zope.component import adapter
from zope.globalrequest import getRequest
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent

WAYS = {"title": tidy_line, "description": tidy}


@adapter(IDexterityContent, IObjectAddedEvent)
def compose_new(content: IDexterityContent, event: IObjectAddedEvent) -> None:
    """A Mac names its files with letters and marks apart; the upload's title is that name."""
    _compose(content)
    for name in ("file", "image"):
        held = getattr(content.aq_base, name, None)
        filename = getattr(held, "filename", None)
        if filename and nfc(filename) != filename:
            held.filename = nfc(filename)


@adapter(IDexterityContent, IObjectModifiedEvent)
def compose_changed(content: IDexterityContent, event: IObjectModifiedEvent) -> None:
    """Renaming in the contents screen sets the title itself."""
    _compose(content)


def _compose(content) -> None:
    if not IEduportal.providedBy(getRequest()):
        return
    for name, way in WAYS.items():
        value = getattr(content.aq_base, name, None)
        if isinstance(value, str) and (composed := way(value)) != value:
            setattr(content, name, composed)
