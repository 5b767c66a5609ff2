"""Notes that files wait to be read: one empty file in ``$VAR/reading`` for each portal.

A request leaves one after its commit, the reader takes it away once nothing waits any more. Plain
files, so that who looks for them needs no database.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
import fcntl


def leave(folder: Path, portal_id: str) -> None:
    """Say that something waits in a portal."""
    folder.mkdir(mode=0o700, exist_ok=True)
    (folder / portal_id).touch()


def noted(folder: Path) -> dict[str, int]:
    """The portals with a note, each with the time (ns) when the latest was left."""
    found = {}
    for note in folder.glob("[!.]*"):
        try:
            found[note.name] = note.stat().st_mtime_ns
        except FileNotFoundError:
            continue
    return found


def take_away(folder: Path, portal_id: str, left_at: int) -> None:
    """Remove a note, unless another has been left over it since ``left_at``."""
    aside = folder / f".{portal_id}"
    try:
        (folder / portal_id).rename(aside)
    except FileNotFoundError:
        return
    if aside.stat().st_mtime_ns != left_at:
        leave(folder, portal_id)
    aside.unlink()


@contextmanager
def alone(lock: Path) -> Iterator[bool]:
    """Whether this is the only reader; the lock goes with the process, however it ends."""
    with lock.open("w") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
