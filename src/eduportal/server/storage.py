"""The instance's storage server: started by whoever comes first, stopped by whoever leaves last.

A bare FileStorage admits one process. With a ZEO server on a Unix socket every command works
whether or not the portal is running. Each user holds a shared lock; who can turn it into an
exclusive one on leaving was the last and stops the server. A process killed outright leaves the
server behind, and the next user takes it over.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from eduportal.server import configuration
from eduportal.server.layout import Layout
from pathlib import Path
import fcntl
import os
import signal
import socket
import subprocess
import sys
import time

START_SECONDS = 60


class StorageError(RuntimeError):
    """The storage server did not come up; the message says where its log lies."""


@contextmanager
def storage_server(layout: Layout) -> Iterator[None]:
    """Hold the storage server of ``layout`` for the length of a ``with`` block."""
    layout.make()
    with _locked(layout.run / "users.lock", fcntl.LOCK_SH) as users:
        with _locked(layout.run / "start.lock", fcntl.LOCK_EX):
            if not answers(layout):
                configuration.write_storage(layout)
                _start(layout)
        try:
            yield
        finally:
            fcntl.flock(users, fcntl.LOCK_UN)
            _stop_if_last(layout, users)


def revive(layout: Layout) -> bool:
    """Start the storage server again if its process is gone; whether that was needed.

    Killed from outside, such as for want of memory, it would leave every request waiting for ever;
    the web server and the clock connect again by themselves.
    """
    with _locked(layout.run / "start.lock", fcntl.LOCK_EX):
        if _lives(layout):
            return False
        _start(layout)
        return True


def _lives(layout: Layout) -> bool:
    try:
        return _alive(int(_pid_file(layout).read_text()))
    except (FileNotFoundError, ValueError):
        return answers(layout)


def answers(layout: Layout) -> bool:
    """Whether a storage server listens on the instance's socket."""
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(layout.socket))
        except OSError:
            return False
    return True


def _start(layout: Layout) -> None:
    layout.socket.unlink(missing_ok=True)
    runzeo = Path(sys.executable).parent / "runzeo"
    output = (layout.log / "zeo-start.log").open("ab")
    # A session of its own: Ctrl-C in the terminal reaches the commands first, not their storage.
    process = subprocess.Popen(
        [runzeo, "-C", layout.run / "zeo.conf"],
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        start_new_session=True,
    )
    _pid_file(layout).write_text(str(process.pid))
    deadline = time.monotonic() + START_SECONDS
    while not answers(layout):
        if process.poll() is not None or time.monotonic() > deadline:
            raise StorageError(f"the storage server did not start: see {layout.log}/zeo-start.log")
        time.sleep(0.05)


def _stop_if_last(layout: Layout, users: int) -> None:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return
    try:
        pid = int(_pid_file(layout).read_text())
        os.kill(pid, signal.SIGTERM)
    except (FileNotFoundError, ProcessLookupError, ValueError):
        return
    deadline = time.monotonic() + START_SECONDS
    while _alive(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    _pid_file(layout).unlink(missing_ok=True)


def _alive(pid: int) -> bool:
    try:
        if os.waitpid(pid, os.WNOHANG) == (0, 0):
            return True
    except ChildProcessError:
        pass  # somebody else's child: ask the kernel instead
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _pid_file(layout: Layout) -> Path:
    return layout.run / "zeo.pid"


@contextmanager
def _locked(path: Path, how: int) -> Iterator[int]:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, how)
        yield descriptor
    finally:
        os.close(descriptor)
