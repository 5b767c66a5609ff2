"""One run of ``eduportal files read``: portal after portal, then perhaps waiting for more."""

from collections.abc import Iterable
from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import field
from eduportal.server import notes
from eduportal.server.layout import Layout
import time
import transaction
import typer


@dataclass
class Run:
    """``done`` is ``{unit: {"files": [outcome as dict], "left": int}}``."""

    layout: Layout
    quiet: bool
    done: dict[str, dict] = field(default_factory=dict)

    def choose(self, opened: Iterable, everything: bool, again: str) -> None:
        """Have files wait that would not: all, or those in a state or with a reason."""
        from eduportal import fulltext

        if not everything and not again:
            return
        for portal in opened:
            fulltext.queue_matching(
                portal,
                lambda known: everything or (known and again in (known.state, known.reason)),
            )

    def read(self, opened: Iterable) -> bool:
        """Read what waits; False where another run is at work, which reads it too."""
        with notes.alone(self.layout.run / "reading.lock") as alone:
            if not alone:
                typer.echo(
                    "Một lượt đọc khác đang chạy và sẽ đọc các tệp này. / "
                    "Another run is at work and reads these files.",
                    err=True,
                )
                return False
            for portal in opened:
                self._read_portal(portal)
        return True

    def next_notes(self, seconds: float) -> list[str]:
        """The portals that are noted next, [] where none is for ``seconds``."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            found = sorted(notes.noted(self.layout.reading))
            if found:
                return found
            time.sleep(0.5)
        return []

    def _read_portal(self, portal) -> None:
        """Take the portal's note away where nothing waits any more."""
        from eduportal import fulltext

        unit_id = portal.getId()
        left_at = notes.noted(self.layout.reading).get(unit_id)
        kept = self.done.setdefault(unit_id, {"files": [], "left": 0})
        try:
            # First, so that a copy in an open format is read at once.
            fulltext.convert_waiting(portal)
            report = fulltext.read_waiting(portal, tell=self._tell)
        except Exception as error:
            # One portal in disorder must not keep its neighbours' files unread.
            transaction.abort()
            typer.echo(f"{unit_id}: {type(error).__name__}: {error}", err=True)
            kept["left"] = 1
            return
        kept["files"] += [asdict(outcome) for outcome in report.outcomes]
        kept["left"] = report.left
        if left_at is not None and not report.left:
            notes.take_away(self.layout.reading, unit_id, left_at)

    def _tell(self, outcome) -> None:
        if not self.quiet:
            why = f" ({outcome.reason})" if outcome.reason else ""
            typer.echo(f"{outcome.state}{why}: {outcome.path}")
