"""A command beside the web server: run to its end, or until the instance stops."""

from pathlib import Path
from threading import Event
import contextlib
import os
import signal
import subprocess
import time

STOP_SECONDS = 15


def run(command: list[str], log: Path, environment: dict[str, str], stop: Event) -> int:
    """The exit status of ``command``, which ends early once ``stop`` is set."""
    with log.open("ab") as output:
        process = subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    while process.poll() is None and not stop.wait(0.2):
        pass
    return _end(process)


def _end(process: subprocess.Popen) -> int:
    """A run still at work is asked to stop, then made to with all that it started."""
    deadline = time.monotonic() + STOP_SECONDS
    with contextlib.suppress(ProcessLookupError):
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        while process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
    return process.wait()
