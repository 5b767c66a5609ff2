"""Has feeds of other sites fetched while the instance runs, by a process of its own."""

from eduportal.server import commands
from eduportal.server.companion import Companion
from eduportal.server.layout import Layout
from pathlib import Path
import sys

EVERY_SECONDS = 60
AGAIN_SECONDS = 30 * 60
"""What is wanted for the first time is fetched within a minute, the rest twice an hour."""


class NewsAgent(Companion):
    """A thread beside the web server; it starts nothing where no page shows a feed."""

    name = "news-agent"

    def __init__(
        self, layout: Layout, environment: dict, every: float = EVERY_SECONDS, command=None
    ) -> None:
        self._layout = layout
        self._environment = environment
        self._every = every
        self._command = command or _command()
        super().__init__()

    def _work(self) -> None:
        waited = AGAIN_SECONDS
        known: set[str] = set()
        while not self._stop.wait(self._every):
            wanted = {note.name for note in (self._layout.var / "feeds").glob("*.wanted")}
            waited += self._every
            if wanted and (wanted - known or waited >= AGAIN_SECONDS):
                log = self._layout.log / "feeds.log"
                commands.run(self._command, log, self._environment, self._stop)
                known, waited = wanted, 0


def _command() -> list[str]:
    eduportal = str(Path(sys.executable).parent / "eduportal")
    return ["nice", "-n", "10", eduportal, "feeds", "fetch"]
