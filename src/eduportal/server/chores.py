"""What an instance does once a day by itself while it runs: the mails of saved searches.

The day on which a chore was done stands in ``$VAR/chores/``, so that a restart does not repeat it.
A chore is a command in a process of its own: it opens the database, and no request waits for it.
"""

from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
from datetime import datetime
from eduportal.server import commands
from eduportal.server.layout import Layout
from pathlib import Path
from threading import Event
from threading import Thread
from zoneinfo import ZoneInfo
import sys
import time

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
FROM_HOUR = 6
EVERY_SECONDS = 60
AGAIN_SECONDS = 3600
"""A chore that failed is tried again after an hour."""


def daily_commands() -> dict[str, list[str]]:
    """The daily commands, by the names of their stamps."""
    eduportal = str(Path(sys.executable).parent / "eduportal")
    return {"alerts": [eduportal, "alerts", "send"]}


class Chores:
    """A thread of the process that watches the web server."""

    def __init__(
        self,
        layout: Layout,
        environment: dict[str, str],
        every: float = EVERY_SECONDS,
        daily: Mapping[str, Sequence[str]] | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(ZONE),
    ) -> None:
        self._layout = layout
        self._environment = environment
        self._every = every
        self._daily = daily_commands() if daily is None else daily
        self._now = now
        self._stop = Event()
        self._failed: dict[str, float] = {}
        self._thread = Thread(target=self._work, name="chores", daemon=True)

    def __enter__(self) -> "Chores":
        self._thread.start()
        return self

    def __exit__(self, *error) -> None:
        self._stop.set()
        self._thread.join(2 * commands.STOP_SECONDS)

    def _work(self) -> None:
        while not self._stop.wait(self._every):
            for name, command in self._daily.items():
                if not self._stop.is_set() and self._is_due(name):
                    self._do(name, command)

    def _is_due(self, name: str) -> bool:
        now = self._now()
        stamp = self._stamp(name)
        if not stamp.exists():
            # A new instance: before today nobody can have asked for anything.
            self._write(stamp, now)
        if now.hour < FROM_HOUR or stamp.read_text().strip() == now.date().isoformat():
            return False
        failed = self._failed.get(name)
        return failed is None or time.monotonic() - failed > AGAIN_SECONDS

    def _do(self, name: str, command: Sequence[str]) -> None:
        began = self._now()
        log = self._layout.log / "chores.log"
        if commands.run(list(command), log, self._environment, self._stop) == 0:
            self._failed.pop(name, None)
            self._write(self._stamp(name), began)
        else:
            self._failed[name] = time.monotonic()

    def _stamp(self, name: str) -> Path:
        return self._layout.var / "chores" / name

    def _write(self, stamp: Path, day: datetime) -> None:
        stamp.parent.mkdir(mode=0o700, exist_ok=True)
        stamp.write_text(day.date().isoformat() + "\n")
