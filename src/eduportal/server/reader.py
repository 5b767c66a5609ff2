"""Has files read while the instance runs: starts ``eduportal files read`` whenever some wait."""

from eduportal.server import notes
from eduportal.server.layout import Layout
from pathlib import Path
from threading import Event
from threading import Thread
import contextlib
import os
import signal
import subprocess
import sys
import time

EVERY_SECONDS = 2
# Starting Zope takes seconds, and whoever files one document mostly files the next.
STAY_SECONDS = 60
LONGEST_PAUSE = 600
STOP_SECONDS = 15


class Reader:
    """A thread beside the web server; the work is done by a process of its own, at low priority."""

    def __init__(
        self, layout: Layout, environment: dict, every: float = EVERY_SECONDS, command=None
    ) -> None:
        self._layout = layout
        self._environment = environment
        self._every = every
        self._command = command or _command()
        self._stop = Event()
        self._pause = every
        self._thread = Thread(target=self._work, name="reader", daemon=True)

    def __enter__(self) -> "Reader":
        self._thread.start()
        return self

    def __exit__(self, *error) -> None:
        self._stop.set()
        self._thread.join(2 * STOP_SECONDS)

    def _work(self) -> None:
        while not self._stop.wait(self._pause):
            before = notes.noted(self._layout.reading)
            if not before:
                self._pause = self._every
                continue
            status = self._run()
            # Notes that a run leaves behind must not start the next one at once, for ever.
            undone = status != 0 or notes.noted(self._layout.reading) == before
            self._pause = min(2 * self._pause, LONGEST_PAUSE) if undone else self._every

    def _run(self) -> int:
        """One run to its end, or to ours."""
        with (self._layout.log / "reading.log").open("ab") as output:
            process = subprocess.Popen(
                self._command,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        while process.poll() is None and not self._stop.wait(0.2):
            pass
        return _end(process)


def _command() -> list[str]:
    eduportal = Path(sys.executable).parent / "eduportal"
    return ["nice", "-n", "10", str(eduportal), "files", "read", "--stay", str(STAY_SECONDS)]


def _end(process: subprocess.Popen) -> int:
    """The exit status; a run still at work is asked to stop, then made to."""
    deadline = time.monotonic() + STOP_SECONDS
    with contextlib.suppress(ProcessLookupError):
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        while process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
    return process.wait()
