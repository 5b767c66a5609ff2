"""Reading what waits: one file after the other, each kept by a commit of its own."""

from collections.abc import Callable
from collections.abc import Iterable
from dataclasses import dataclass
from eduportal.extraction import Found
from eduportal.extraction import extract
from eduportal.fulltext.events import FileRead
from eduportal.fulltext.queue import queue_of
from eduportal.fulltext.reading import Reading
from eduportal.fulltext.reading import begin
from eduportal.fulltext.reading import file_of
from eduportal.fulltext.reading import reading
from eduportal.fulltext.settings import limits
from pathlib import Path
from plone import api
from tempfile import TemporaryDirectory
from ZODB.POSException import ConflictError
from zope.event import notify
import logging
import os
import shutil
import transaction

log = logging.getLogger(__name__)

ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file."""

    path: str
    state: str
    reason: str = ""
    pages: int = 0
    recognised: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did in one portal; ``left`` files wait still."""

    outcomes: tuple[Outcome, ...]
    left: int


def read_waiting(
    portal,
    limit: int | None = None,
    *,
    only: Iterable[str] | None = None,
    tell: Callable[[Outcome], None] = lambda outcome: None,
) -> Report:
    """Read the files that wait in ``portal``, at most ``limit`` of them, or ``only`` these UIDs.

    What the caller changed is committed first, and then each file by itself: a run that is
    stopped loses nothing, the next one goes on where it ended.
    """
    transaction.commit()
    queue = queue_of(portal)
    chosen = list(queue or ())
    if only is not None:
        wanted = set(only)
        chosen = [uid for uid in chosen if uid in wanted]
    outcomes = []
    for uid in chosen[:limit]:
        outcome = _read(portal, uid)
        if outcome is not None:
            outcomes.append(outcome)
            tell(outcome)
        # Hundreds of scans in one process: their objects must not pile up in the cache.
        portal._p_jar.cacheGC()
    return Report(tuple(outcomes), len(queue or ()))


def _read(portal, uid: str) -> Outcome | None:
    content = _find(uid)
    if content is None or file_of(content) is None:
        _keep(portal, uid, lambda: None)
        return None
    known = reading(content)
    if known is None:
        # Its data were changed without an event, so nobody has begun a new reading.
        known = begin(content)
        transaction.commit()
    with TemporaryDirectory(prefix="eduportal-reading-") as folder:
        found = _look_into(content, Path(folder))
        return _keep(portal, uid, lambda: _store(uid, known, found))


def _look_into(content, folder: Path) -> Found:
    """Extract outside any transaction of ours; whatever goes wrong is this one file's affair."""
    try:
        allowed = limits()
        # A copy: a program that a hostile file has taken over must not reach the blob itself.
        copy = folder / "file"
        with content.file.open("r") as stream:
            if os.fstat(stream.fileno()).st_size > allowed.file_bytes:
                return Found("too-large", "too-large")
            shutil.copyfile(stream.name, copy)
        return extract(copy, content.file.filename or "", folder / "found", allowed)
    except ConflictError:
        raise
    except Exception:
        log.exception("Reading %s", "/".join(content.getPhysicalPath()))
        return Found("failed", "crashed")


def _store(uid: str, known: Reading, found: Found) -> Outcome | None:
    """Keep what was found, unless the file was replaced or removed meanwhile."""
    content = _find(uid)
    if content is None or reading(content) is not known:
        return None
    known.keep(found)
    notify(FileRead(content))
    return Outcome(
        "/".join(content.getPhysicalPath()),
        known.state,
        known.reason,
        known.page_count,
        known.recognised,
    )


def _keep(portal, uid: str, store: Callable[[], Outcome | None]) -> Outcome | None:
    """Commit one file's result, again where somebody else wrote the same objects."""
    for _attempt in range(ATTEMPTS):
        transaction.begin()
        try:
            outcome = store()
            # A file replaced while it was read waits on, for its new data.
            if outcome is not None or file_of(_find(uid)) is None:
                _leave_queue(portal, uid)
            transaction.commit()
            return outcome
        except ConflictError:
            transaction.abort()
    log.warning("File %s could not be kept: others write it all the time", uid)
    return None


def _leave_queue(portal, uid: str) -> None:
    queue = queue_of(portal)
    if queue is not None and uid in queue:
        queue.remove(uid)


def _find(uid: str):
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(UID=uid)
    return brains[0]._unrestrictedGetObject() if brains else None
