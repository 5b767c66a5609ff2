"""Which files of a portal wait to be read, and the note that wakes the reader.

A request only writes a name down: reading takes seconds to minutes and happens elsewhere.
"""

from BTrees.OOBTree import OOTreeSet
from collections.abc import Callable
from collections.abc import Iterator
from eduportal.attachments.texts import IFileHolder
from eduportal.fulltext.reading import KEY as READING
from eduportal.fulltext.reading import WAITING
from eduportal.fulltext.reading import begin
from eduportal.fulltext.reading import file_of
from eduportal.fulltext.reading import reading
from eduportal.server import notes
from eduportal.server.layout import Layout
from pathlib import Path
from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import getSite
from zope.dottedname.resolve import resolve
import os
import transaction

KEY = f"{READING}.waiting"


def ensure_queue(portal) -> OOTreeSet:
    """The UIDs of what waits in ``portal``; a new queue holds every file that is there already.

    A tree set takes names added by several requests at once without a conflict.
    """
    annotations = IAnnotations(portal)
    if KEY not in annotations:
        annotations[KEY] = OOTreeSet()
        queue_unread(portal)
    return annotations[KEY]


def queue_of(portal) -> OOTreeSet | None:
    """The UIDs of what waits; None in a site that the kit was not applied to."""
    return IAnnotations(portal).get(KEY)


def remove_queue(portal) -> None:
    """What the files' texts are stays with the files; nothing more is read."""
    IAnnotations(portal).pop(KEY, None)


def ask_again(content) -> None:
    """Have a file read once more; what was found in it before stays until then."""
    known = reading(content) or begin(content)
    known.state = WAITING
    wait(content)


def wait(content) -> None:
    """Write a file down and wake the reader once that is committed."""
    portal = api.portal.get()
    queue = queue_of(portal)
    if queue is not None:
        queue.add(content.UID())
        wake(portal)


def follow(content) -> None:
    """After adding, moving, editing: what has not been read waits, what was read does not."""
    if _queue_at_hand() is None:
        return
    if file_of(content) is None:
        drop(content)
        IAnnotations(content).pop(READING, None)
        return
    known = reading(content) or begin(content)
    if known.state == WAITING:
        wait(content)


def drop(content) -> None:
    """A file that is removed waits no longer."""
    queue = _queue_at_hand()
    if queue is not None and (uid := content.UID()) in queue:
        queue.remove(uid)


def queue_unread(portal) -> int:
    """Write down every file of the portal that nobody has looked at; returns how many."""
    return queue_matching(portal, lambda known: known is None or known.state == WAITING)


def queue_matching(portal, wanted: Callable) -> int:
    """Write down every file whose reading (or None) is ``wanted``; returns how many."""
    chosen = [one for one in holders(portal) if wanted(reading(one))]
    for content in chosen:
        ask_again(content)
    return len(chosen)


def holders(portal) -> Iterator:
    """Every object of the portal with a file in it, by the catalogue."""
    types = [
        fti.getId()
        for fti in api.portal.get_tool("portal_types").objectValues()
        if getattr(fti, "klass", "") and IFileHolder.implementedBy(resolve(fti.klass))
    ]
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type=types, path="/".join(portal.getPhysicalPath())
    )
    for brain in brains:
        content = brain._unrestrictedGetObject()
        if file_of(content) is not None:
            yield content


def wake(portal) -> None:
    """Leave a note in ``$VAR/reading`` after the commit, once for each transaction."""
    if not os.environ.get("VAR"):
        return
    note = (Layout.from_environment().reading, portal.getId())
    current = transaction.get()
    if all(args != note for _hook, args, _kw in current.getAfterCommitHooks()):
        current.addAfterCommitHook(_leave, note)


def _leave(committed: bool, folder: Path, portal_id: str) -> None:
    if committed:
        notes.leave(folder, portal_id)


def _queue_at_hand() -> OOTreeSet | None:
    site = getSite()
    return queue_of(site) if site is not None else None
