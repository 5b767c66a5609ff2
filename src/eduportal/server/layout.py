"""Where an instance keeps what it has: everything lies under one folder, ``$VAR``."""

from dataclasses import dataclass
from pathlib import Path
import hashlib
import os
import secrets
import tempfile

# A path of a Unix socket ends at 107 bytes on Linux, a temporary folder's stays well below.
LONGEST_SOCKET = 100
DATABASES = ("main", "cases", "lookups", "visits")


@dataclass(frozen=True)
class Layout:
    """The folders and files of the instance in ``var``."""

    var: Path

    @classmethod
    def from_environment(cls) -> "Layout":
        """``$VAR``, or ``instance/var`` below the present folder."""
        return cls(Path(os.environ.get("VAR") or "instance/var").resolve())

    @property
    def storage(self) -> Path:
        return self.var / "storage"

    @property
    def blobs(self) -> Path:
        return self.var / "blobs"

    @property
    def run(self) -> Path:
        """Configuration written at each start, locks and the process id of the storage server."""
        return self.var / "run"

    @property
    def log(self) -> Path:
        return self.var / "log"

    @property
    def mail_queue(self) -> Path:
        return self.var / "mail" / "queue"

    @property
    def reading(self) -> Path:
        """One empty file for each portal in which files wait to be read."""
        return self.var / "reading"

    @property
    def clock(self) -> Path:
        """An empty file that the clock touches while all is well."""
        return self.run / "clock"

    @property
    def passwords(self) -> Path:
        """One-time passwords of the units' administrators, readable by the owner alone."""
        return self.var / "one-time-passwords.csv"

    @property
    def socket(self) -> Path:
        near = self.run / "zeo.sock"
        if len(os.fsencode(near)) <= LONGEST_SOCKET:
            return near
        name = hashlib.sha256(os.fsencode(self.var)).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"eduportal-{os.getuid()}-{name}" / "zeo.sock"

    def make(self) -> None:
        """Create the folders, closed to other people of the machine."""
        for folder in (self.var, self.storage, self.run, self.log, self.mail_queue.parent):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name in DATABASES:
            (self.blobs / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        self.socket.parent.mkdir(mode=0o700, parents=True, exist_ok=True)

    def admin_password(self) -> str:
        """The password of the user ``admin``: ``$ADMIN_PASSWORD``, or one made once and kept."""
        given = os.environ.get("ADMIN_PASSWORD")
        if given:
            return given
        path = self.var / "admin-password"
        if not path.exists():
            write_secret(path, secrets.token_urlsafe(18) + "\n")
        return path.read_text().strip()


def write_secret(path: Path, text: str) -> None:
    """Write a file that only its owner can read, from its first byte on."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as stream:
        os.fchmod(stream.fileno(), 0o600)
        stream.write(text)
