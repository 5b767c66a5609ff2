"""What one file may cost, told to the operating system before the file is opened."""

from dataclasses import asdict
from dataclasses import dataclass
import ctypes
import json
import os
import resource
import signal
import sys

GIGABYTE = 1024**3
PR_SET_PDEATHSIG = 1
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000


@dataclass(frozen=True)
class Limits:
    """Bytes, characters and seconds of one file.

    ``memory_bytes`` is what the readers in Python may take; programs that they start (text
    recognition, LibreOffice) may take ``tool_bytes`` each.
    """

    file_bytes: int = 200 * 1024**2
    unpacked_bytes: int = 500 * 1024**2
    characters: int = 2_000_000
    pictures: int = 20
    picture_width: int = 1000
    seconds: int = 120
    recognition_seconds: float = 20 * 60
    memory_bytes: int = int(1.5 * GIGABYTE)
    tool_bytes: int = 4 * GIGABYTE
    written_bytes: int = 2 * GIGABYTE

    @property
    def all_seconds(self) -> float:
        """When the parent gives up, whatever the child does."""
        return 2 * self.seconds + self.recognition_seconds

    def as_text(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_text(cls, text: str) -> "Limits":
        return cls(**json.loads(text))


def impose(limits: Limits) -> None:
    """On the process at hand and on all that it starts."""
    os.nice(10)
    end_with_parent()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # A hard limit cannot be raised again: the programs started from here get their own soft one.
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.tool_bytes))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.written_bytes, limits.written_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (2 * limits.seconds, resource.RLIM_INFINITY))
    leave_the_network()


def for_tool(limits: Limits) -> None:
    """In a program started by the child, before it runs."""
    end_with_parent()
    resource.setrlimit(resource.RLIMIT_AS, (limits.tool_bytes, limits.tool_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def end_with_parent() -> None:
    """No reader goes on when the command that started it was killed (Linux alone knows how)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def leave_the_network() -> None:
    """A hostile file fetches and sends nothing.

    A network name space of its own keeps out every program started from here; where the kernel
    refuses it, Python's own sockets are refused at least.
    """
    sys.addaudithook(_refuse_sockets)
    if sys.platform != "linux":
        return
    user, group, libc = os.getuid(), os.getgid(), ctypes.CDLL(None)
    if libc.unshare(CLONE_NEWNET) == 0:
        return
    if libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0:
        # Some programs want to know who they are.
        for name, line in (
            ("setgroups", "deny"),
            ("uid_map", f"{user} {user} 1"),
            ("gid_map", f"{group} {group} 1"),
        ):
            with open(f"/proc/self/{name}", "w") as stream:
                stream.write(line)


def _refuse_sockets(event: str, arguments: tuple) -> None:
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto"):
        raise PermissionError("no network while a file is read")
