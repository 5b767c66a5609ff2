"""A thread of each process of Zope: shares and stores what was counted, whether or not anybody comes."""

from eduportal.visits.process import Process
from eduportal.visits.process import process
from threading import Event
from threading import Thread
import atexit
import logging

logger = logging.getLogger("eduportal.visits")

SHARE_SECONDS = 5
STORE_SECONDS = 60


class Keeper:
    """Started with the process; its end stores what is left."""

    def __init__(
        self, of: Process, share: float = SHARE_SECONDS, store: float = STORE_SECONDS
    ) -> None:
        self._process = of
        self._share = share
        self._rounds = max(1, round(store / share))
        self._stop = Event()
        self._thread = Thread(target=self._work, name="visits", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join(self._share)
        self._process.flush()

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
    """Zope's web server has started; commands, which serve nobody, never announce that."""
    keeper = Keeper(process)
    keeper.start()
    atexit.register(keeper.stop)
