"""Has files read while the instance runs: starts ``eduportal files read`` whenever some wait."""

from eduportal.server import commands
from eduportal.server import notes
from eduportal.server.companion import Companion
from eduportal.server.layout import Layout
from pathlib import Path
import sys

EVERY_SECONDS = 2
# Starting Zope takes seconds, and whoever files one document mostly files the next.
STAY_SECONDS = 60
LONGEST_PAUSE = 600


class Reader(Companion):
    """A thread beside the web server; the work is done by a process of its own, at low priority."""

    name = "reader"

    def __init__(
        self, layout: Layout, environment: dict, every: float = EVERY_SECONDS, command=None
    ) -> None:
        self._layout = layout
        self._environment = environment
        self._every = every
        self._command = command or _command()
        self._pause = every
        super().__init__()

    def _work(self) -> None:
        while not self._stop.wait(self._pause):
            before = notes.noted(self._layout.reading)
            if not before:
                self._pause = self._every
                continue
            log = self._layout.log / "reading.log"
            status = commands.run(self._command, log, self._environment, self._stop)
            # Notes that a run leaves behind must not start the next one at once, for ever.
            undone = status != 0 or notes.noted(self._layout.reading) == before
            self._pause = min(2 * self._pause, LONGEST_PAUSE) if undone else self._every


def _command() -> list[str]:
    eduportal = Path(sys.executable).parent / "eduportal"
    return ["nice", "-n", "10", str(eduportal), "files", "read", "--stay", str(STAY_SECONDS)]
