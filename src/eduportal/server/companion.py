"""A thread that works beside the web server for as long as the instance runs."""

from abc import ABC
from abc import abstractmethod
from eduportal.server import commands
from threading import Event
from threading import Thread
from typing import Self


class Companion(ABC):
    """Used with ``with``: it ends with the block."""

    name = "companion"
    patience: float = 2 * commands.STOP_SECONDS
    """Seconds that the instance's end waits for the thread."""

    def __init__(self) -> None:
        self._stop = Event()
        self._thread = Thread(target=self._work, name=self.name, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *error) -> None:
        self._stop.set()
        self._thread.join(self.patience)

    @abstractmethod
    def _work(self) -> None:
        """What the thread does; it is to end soon after ``_stop`` is set."""
