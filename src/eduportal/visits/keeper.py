"""A thread of each web server's process: shares and stores what was counted."""

from eduportal.visits.process import Process
from eduportal.visits.process import process
from threading import Event
from threading import Thread
from threading import current_thread
from threading import main_thread
import atexit
import logging
import os
import signal

logger = logging.getLogger("eduportal.visits")

SHARE_SECONDS = 5
STORE_SECONDS = 60
END_SECONDS = 5
"""How long a process that ends waits for its last figures to be stored."""


class Keeper:
    """Started with the process; its end stores what is left."""

    def __init__(
        self, of: Process, share: float = SHARE_SECONDS, store: float = STORE_SECONDS
    ) -> None:
        self._process = of
        self._share = share
        self._rounds = max(1, round(store / share))
        self._stop = Event()

    def start(self) -> None:
        Thread(target=self._work, name="visits", daemon=True).start()

    def stop(self) -> None:
        """In a thread of its own: a storage server that went first must not hold up the end."""
        if not self._stop.is_set():
            self._stop.set()
            last = Thread(target=self._process.flush, name="last-visits", daemon=True)
            last.start()
            last.join(END_SECONDS)

    def _work(self) -> None:
        done = 0
        while not self._stop.wait(self._share):
            done += 1
            try:
                if done % self._rounds:
                    self._process.exchange()
                else:
                    self._process.flush()
                    self._process.refresh()
            except Exception:
                # A full disk, a storage server that is away: counting goes on.
                logger.exception("Visit figures could not be shared; tried again.")


def start(event) -> None:
    """Zope's web server starts; commands, which serve nobody, never announce that."""
    keeper = Keeper(process)
    keeper.start()
    atexit.register(keeper.stop)
    _store_before_the_end(keeper)


def _store_before_the_end(keeper: Keeper) -> None:
    """Service managers end a process by a signal at which Python does not stop to think.

    Who has taken the signal for something else keeps it.
    """

    def end(number, frame) -> None:
        keeper.stop()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    taken = signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL
    if current_thread() is main_thread() and not taken:
        signal.signal(signal.SIGTERM, end)
