"""The register of what was sent: one box per kind of form, both languages in the same box.

It lies at the portal, not in the form where easyform would keep it: a form is copied, exported and
owned by editors, and has a twin in the other language.
"""

from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from datetime import UTC
from datetime import datetime
from persistent.mapping import PersistentMapping
from zope.annotation.interfaces import IAnnotations
import time

REGISTER = "eduportal.feedback"


def keep(portal, box: str, **submission) -> int:
    """Store one submission with the time of its arrival; its number in the box."""
    annotations = IAnnotations(portal)
    if REGISTER not in annotations:
        annotations[REGISTER] = OOBTree()
    boxes = annotations[REGISTER]
    if box not in boxes:
        boxes[box] = LOBTree()
    number = time.time_ns() // 1000
    while number in boxes[box]:
        number += 1
    boxes[box][number] = PersistentMapping(submission, received=datetime.now(UTC))
    return number


def boxes(portal) -> list[str]:
    """The boxes that hold something."""
    register = IAnnotations(portal).get(REGISTER, {})
    return [box for box in register if register[box]]


def numbers(portal, box: str) -> list[int]:
    """The numbers of what ``box`` holds, newest first; loads none of it."""
    rows = IAnnotations(portal).get(REGISTER, {}).get(box, {})
    return list(reversed(rows.keys()))


def submission(portal, box: str, number: int) -> PersistentMapping:
    """One submission: ``received``, ``form``, ``language`` and ``entries``."""
    return IAnnotations(portal)[REGISTER][box][number]


def submissions(portal, box: str) -> Iterator[tuple[int, PersistentMapping]]:
    """What ``box`` holds, newest first."""
    for number in numbers(portal, box):
        yield number, submission(portal, box, number)


def remove(portal, box: str, number: int) -> None:
    """Forget one submission; the database forgets it when it is next packed."""
    register = IAnnotations(portal).get(REGISTER, {})
    if number in register.get(box, {}):
        del register[box][number]
