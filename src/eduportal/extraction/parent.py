"""Starting the child, waiting for it, and making sense of its end."""

from eduportal.extraction.environment import environment
from eduportal.extraction.found import Found
from eduportal.extraction.limits import Limits
from pathlib import Path
import contextlib
import os
import signal
import subprocess
import sys

LARGEST_ANSWER = 64 * 1024**2


def extract(path: Path, filename: str, folder: Path, limits: Limits | None = None) -> Found:
    """Read the file at ``path``, which people know as ``filename``; use ``folder`` for the work.

    Never raises for anything that lies in the file. Pictures stay in ``folder`` until the caller
    removes it.
    """
    limits = limits or Limits()
    if path.stat().st_size > limits.file_bytes:
        return Found("too-large", "too-large")
    folder.mkdir()
    ended = _run(path, filename, folder, limits)
    found = None
    if (folder / "found.json").is_file() and _small(folder / "found.json"):
        found = Found.load(folder)
    if found is None:
        return Found("failed", ended or "crashed")
    found.pictures = [name for name in found.pictures if _inside(folder, name)]
    return found


def _run(path: Path, filename: str, folder: Path, limits: Limits) -> str:
    """Run the child to its end; returns a reason where it was not its own."""
    # -P: the working folder is no place to import from, it holds what strangers sent.
    command = [sys.executable, "-P", "-m", "eduportal.extraction.child"]
    with (folder / "log").open("wb") as output:
        child = subprocess.Popen(
            [*command, str(path), filename, str(folder), limits.as_text()],
            cwd=folder,
            env=environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
        try:
            return _reason(child.wait(limits.all_seconds))
        except subprocess.TimeoutExpired:
            return "too-slow"
        finally:
            # Its programs too, also when the reader itself is told to stop.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def _reason(status: int) -> str:
    if status == 0:
        return ""
    return "too-slow" if status == -signal.SIGXCPU else "crashed"


def _small(path: Path) -> bool:
    return path.stat().st_size <= LARGEST_ANSWER


def _inside(folder: Path, name: str) -> bool:
    path = Path(name)
    return path.parent == folder and path.is_file() and not path.is_symlink()
