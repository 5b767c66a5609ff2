"""Room for making files: one at a time in a process, and few who wait for their turn.

Web requests are answered by a handful of threads; if all of them waited here, the portal would
stand still.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from threading import Lock

INSIDE = 2
"""Who works and who waits, together."""
PATIENCE = 10
"""Seconds that one waits."""


class TooBusy(Exception):
    """No room now; ``seconds`` says when to come back."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


_inside = BoundedSemaphore(INSIDE)
_turn = Lock()


@contextmanager
def room() -> Iterator[None]:
    if not _inside.acquire(blocking=False):
        raise TooBusy(PATIENCE)
    try:
        if not _turn.acquire(timeout=PATIENCE):
            raise TooBusy(PATIENCE)
        try:
            yield
        finally:
            _turn.release()
    finally:
        _inside.release()
