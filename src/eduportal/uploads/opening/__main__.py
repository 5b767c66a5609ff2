"""``python …/uploads/opening KIND IN OUT``: opens one file, says one word.

``clean`` (keep the bytes), ``written`` (take OUT instead), ``damaged``, ``locked`` or
``too-complex``. It may take so much time and memory and no network.
"""

from pathlib import Path
import ctypes
import importlib
import resource
import signal
import sys

SECONDS = 15
MEMORY = 1024**3
WRITTEN = 200 * 1024**2
PR_SET_PDEATHSIG = 1
READERS = {"pdf": "defusing", "heic": "heic"}


def main(kind: str, source: str, result: str) -> str:
    """Open one file; returns the word."""
    reader = importlib.import_module(READERS[kind])
    limit()
    try:
        return reader.read(Path(source), Path(result))
    except (MemoryError, RecursionError):
        return "too-complex"


def limit() -> None:
    """On the process at hand, told to the operating system."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (WRITTEN, WRITTEN))
    sys.addaudithook(_refuse_sockets)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _refuse_sockets(event: str, arguments: tuple) -> None:
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto"):
        raise PermissionError("no network while a file is read")


if __name__ == "__main__":
    print(main(*sys.argv[1:]))
