"""The five answers; in Vietnamese the scale of the yearly survey of administrative services."""

from eduportal import _
from zope.i18nmessageid import Message

SCALE: dict[int, Message] = {
    5: _("Very satisfied"),
    4: _("Satisfied"),
    3: _("Neither satisfied nor dissatisfied"),
    2: _("Dissatisfied"),
    1: _("Very dissatisfied"),
}
"""The best first."""

PLEASED = (4, 5)
"""What counts as satisfied in the published share."""

MOUTHS = {
    5: "M6 14q6 7 12 0z",
    4: "M7 15q5 4 10 0",
    3: "M7 16h10",
    2: "M7 17q5-4 10 0",
    1: "M6.5 18q5.5-7 11 0",
}
"""Paths of a face's mouth in a square of 24; a drawing of our own, since not every phone has the
faces of a font.
"""


def face(score: int) -> str:
    """An inline picture for sighted readers; its word stands beside it."""
    filled = ' fill="currentColor"' if score == max(SCALE) else ""
    return (
        '<svg class="edu-face" aria-hidden="true" focusable="false" viewBox="0 0 24 24" width="40" '
        'height="40" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round">'
        '<circle cx="12" cy="12" r="10.5"/><path d="M8.5 9v1.2M15.5 9v1.2"/>'
        f'<path d="{MOUTHS[score]}"{filled}/></svg>'
    )
