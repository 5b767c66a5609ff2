"""The folder that outgoing messages wait in, one file each: a maildir."""

from collections.abc import Mapping
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.policy import default
from email.utils import getaddresses
from functools import cache
from pathlib import Path
import os
import tempfile

ENVELOPE = (b"X-Zope-From: ", b"X-Zope-To: ")
REJECTED = "rejected"


def directory(environ: Mapping[str, str] = os.environ) -> Path:
    """``$EDUPORTAL_MAIL_QUEUE``, or ``mail/queue`` in ``$VAR``; made where it is missing.

    A process that has neither, such as a debug prompt, gets a folder of its own that nobody sends
    from.
    """
    named = environ.get("EDUPORTAL_MAIL_QUEUE")
    if named:
        return make(Path(named))
    if environ.get("VAR"):
        return make(Path(environ["VAR"]) / "mail" / "queue")
    return make(_stray())


@cache
def _stray() -> Path:
    return Path(tempfile.mkdtemp(prefix="eduportal-mail-"))


def make(queue: Path) -> Path:
    """The maildir at ``queue``, closed to other people of the machine: it holds complaints."""
    queue.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for folder in (queue, *(queue / name for name in ("cur", "new", "tmp", REJECTED))):
        folder.mkdir(mode=0o700, exist_ok=True)
    return queue


@dataclass(frozen=True)
class Waiting:
    """A queued message: its file, its envelope and the bytes that go over the wire."""

    path: Path
    sender: str
    recipients: tuple[str, ...]
    content: bytes

    @property
    def message(self) -> Message:
        return message_from_bytes(self.content, policy=default)

    def as_dict(self) -> dict[str, object]:
        """For ``--json``; the text itself stays in the file."""
        return {
            "file": self.path.name,
            "from": self.sender,
            "to": list(self.recipients),
            "subject": str(self.message["Subject"] or ""),
            "date": str(self.message["Date"] or ""),
        }


def waiting(queue: Path) -> list[Waiting]:
    """What waits in ``queue``, oldest first."""
    paths = [path for name in ("new", "cur") for path in (queue / name).iterdir()]
    kept = [path for path in paths if not path.name.startswith(".")]
    return [read(path) for path in sorted(kept, key=lambda path: (path.stat().st_mtime_ns, path))]


def read(path: Path) -> Waiting:
    """A file as zope.sendmail wrote it: two lines of envelope, then the message."""
    lines = path.read_bytes().split(b"\n", 2)
    if len(lines) < 3 or not all(
        line.startswith(start) for line, start in zip(lines, ENVELOPE, strict=False)
    ):
        return Waiting(path, "", (), b"\n".join(lines))
    sender, recipients = (
        line.removeprefix(start).decode().strip()
        for line, start in zip(lines[:2], ENVELOPE, strict=True)
    )
    addresses = tuple(address for _name, address in getaddresses([recipients]) if address)
    return Waiting(path, sender, addresses, lines[2])
