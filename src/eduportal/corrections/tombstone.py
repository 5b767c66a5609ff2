"""What is left to visitors of an item that was public and was taken down.

Only that something stood there and since when it does not; neither title nor text. Whoever takes an
item down may add a sentence for readers, kept under ``eduportal.tombstone``.
"""

from dataclasses import dataclass
from datetime import date
from eduportal import editorial
from eduportal.vietnamese import nfc
from plone.dexterity.interfaces import IDexterityContent
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter

KEY = "eduportal.tombstone"
LONGEST = 500


@dataclass(frozen=True)
class Tombstone:
    """The day an item was taken down, and what its readers are told besides."""

    day: date
    note: str = ""


def tombstone(content) -> Tombstone | None:
    """None for whatever is not taken down, and for what was never public."""
    steps = editorial.history(content)
    if not steps or steps[-1].state != "withdrawn":
        return None
    if not any(step.state == "published" for step in steps):
        return None
    return Tombstone(steps[-1].time.date(), IAnnotations(content, {}).get(KEY, ""))


def tell_readers(content, note: str) -> None:
    """Keep the sentence for readers, or have none."""
    note = nfc(note).strip()[:LONGEST]
    annotations = IAnnotations(content)
    if note:
        annotations[KEY] = note
    elif KEY in annotations:
        del annotations[KEY]


@adapter(IDexterityContent, IAfterTransitionEvent)
def forget_note(content: IDexterityContent, event: IAfterTransitionEvent) -> None:
    """Brought back, an item begins anew: the next time it is taken down for another reason."""
    if event.old_state.getId() == "withdrawn" and event.new_state.getId() != "withdrawn":
        tell_readers(content, "")
