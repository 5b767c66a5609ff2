"""What a piece of a page took from the catalogue, so that it can be asked again.

A change of the catalogue rarely concerns a given piece. Asking again what it asked is cheaper than
making it anew, and exact: what it was told is compared whole, as the catalogue keeps it.
"""

from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from persistent import Persistent
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest

KEY = "eduportal.face.learned"

Learned = tuple[tuple[Callable[..., Any], tuple, Any], ...]
"""What was asked, with which arguments, and the answer."""


@contextmanager
def learning(request) -> Iterator[list]:
    """A list of all that is told until the end of the ``with`` block.

    A piece around this one learns nothing of it, for it might come from memory: who shows a piece
    within a piece tells what came of it, as ``face.tree.branches`` does.
    """
    notes = IAnnotations(request)
    around, found = notes.get(KEY), []
    notes[KEY] = found
    try:
        yield found
    finally:
        notes[KEY] = around


def tell(ask: Callable[..., Any], *arguments, answer: Any) -> None:
    """The piece being made, if any, has this answer in it; ``ask(*arguments)`` gives it anew.

    Neither arguments nor answer may be persistent: they are compared in other threads.
    """
    request = getRequest()
    found = IAnnotations(request).get(KEY) if request is not None else None
    if found is not None:
        found.append((ask, arguments, answer))


def still_true(learned: Learned) -> bool:
    return all(ask(*arguments) == answer for ask, arguments, answer in learned)


def entries_as_kept(brains: list) -> tuple:
    """All that catalogue entries can say: id, path, and every column, in their order."""
    if not brains:
        return ()
    catalog = brains[0].aq_parent._catalog
    ids = [brain.getRID() for brain in brains]
    return tuple((rid, catalog.paths[rid], _plain(catalog.data[rid])) for rid in ids)


def _plain(record: tuple) -> tuple:
    """Persistent values (scales of a picture) by their state's identity in the database."""
    if not any(isinstance(value, Persistent) for value in record):
        return record
    return tuple(_stamp(value) if isinstance(value, Persistent) else value for value in record)


def _stamp(value: Persistent) -> tuple:
    value._p_activate()  # a ghost has no serial
    return value._p_oid, value._p_serial
