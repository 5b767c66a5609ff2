"""What an instance does by itself while it runs: once a day the mails of saved searches and the
packing of visit figures and the officers' letter about cases, on Monday the board's weekly summary,
on Sunday the deletion of cases that were kept long enough.

The day on which a chore was done stands in ``$VAR/chores/``, so that a restart does not repeat it.
A chore is a command in a process of its own: it opens the database, and no request waits for it.
"""

from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from eduportal.server import commands
from eduportal.server.companion import Companion
from eduportal.server.layout import Layout
from pathlib import Path
from zoneinfo import ZoneInfo
import sys
import time

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MONDAY, SUNDAY = 0, 6
EVERY_SECONDS = 60
AGAIN_SECONDS = 3600
"""A chore that failed is tried again after an hour."""


@dataclass(frozen=True)
class Chore:
    """A command, and from which hour on it is done: every day, or only on a ``weekday``.

    What was missed on its weekday is made up for on the days after it.
    """

    command: Sequence[str]
    hour: int = 6
    weekday: int | None = None

    def since(self, now: datetime) -> datetime:
        """The hour from which on it is to be done in the present day or week."""
        back = 0 if self.weekday is None else now.weekday() - self.weekday
        day = now - timedelta(days=back)
        return day.replace(hour=self.hour, minute=0, second=0, microsecond=0)


def chores() -> dict[str, Chore]:
    """All of them, by the names of their stamps."""
    eduportal = str(Path(sys.executable).parent / "eduportal")
    return {
        "alerts": Chore((eduportal, "alerts", "send")),
        "visits": Chore((eduportal, "visits", "pack"), hour=3),
        "cases": Chore((eduportal, "cases", "remind"), hour=7),
        "cases-purge": Chore((eduportal, "cases", "purge", "--pack"), hour=2, weekday=SUNDAY),
        "digest": Chore((eduportal, "notifications", "digest"), hour=7, weekday=MONDAY),
    }


class Chores(Companion):
    """A thread of the process that watches the web server."""

    name = "chores"

    def __init__(
        self,
        layout: Layout,
        environment: dict[str, str],
        every: float = EVERY_SECONDS,
        known: Mapping[str, Chore] | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(ZONE),
    ) -> None:
        self._layout = layout
        self._environment = environment
        self._every = every
        self._chores = chores() if known is None else known
        self._now = now
        self._failed: dict[str, float] = {}
        super().__init__()

    def _work(self) -> None:
        while not self._stop.wait(self._every):
            for name, chore in self._chores.items():
                if not self._stop.is_set() and self._is_due(name, chore):
                    self._do(name, chore.command)

    def _is_due(self, name: str, chore: Chore) -> bool:
        now = self._now()
        stamp = self._stamp(name)
        if not stamp.exists():
            # A new instance: before today nobody can have asked for anything.
            self._write(stamp, now)
        since = chore.since(now)
        if now < since or stamp.read_text().strip() >= since.date().isoformat():
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
