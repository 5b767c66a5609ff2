"""Keeps ``eduportal clock`` running beside the web server: started again when it ends or hangs."""

from eduportal.server import commands
from eduportal.server.companion import Companion
from eduportal.server.layout import Layout
from pathlib import Path
from threading import Event
import os
import sys
import time

EVERY_SECONDS = 1
SILENT_SECONDS = 120
"""A clock that has not said for so long that all is well is stopped; one item takes about 0.1 s."""
LONGEST_PAUSE = 30


class ClockKeeper(Companion):
    """A thread beside the web server; the clock itself is a process of its own."""

    name = "clock"

    def __init__(
        self,
        layout: Layout,
        environment: dict,
        every: float = EVERY_SECONDS,
        command: list[str] | None = None,
        silent: float = SILENT_SECONDS,
    ) -> None:
        self._layout = layout
        self._environment = environment
        self._every = every
        self._command = command or _command()
        self._silent = silent
        super().__init__()

    def _work(self) -> None:
        pause = self._every
        while not self._stop.is_set():
            began = time.monotonic()
            self._layout.clock.touch()
            commands.run(
                self._command,
                self._layout.log / "clock.log",
                self._environment,
                _StopOrSilence(self._stop, self._layout.clock, self._silent),
            )
            # What ends at once, again and again, must not take the machine for itself.
            lived = time.monotonic() - began > LONGEST_PAUSE
            pause = self._every if lived else min(2 * pause, LONGEST_PAUSE)
            self._stop.wait(pause)


def _command() -> list[str]:
    eduportal = str(Path(sys.executable).parent / "eduportal")
    return [eduportal, "clock", "--watched-by", str(os.getpid())]


class _StopOrSilence:
    """Set when the instance stops, and when the clock's file has not been touched for long."""

    def __init__(self, stop: Event, file: Path, silent: float) -> None:
        self._stop = stop
        self._file = file
        self._silent = silent

    def wait(self, seconds: float) -> bool:
        return self._stop.wait(seconds) or time.time() - self._file.stat().st_mtime > self._silent
