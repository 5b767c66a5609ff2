"""Uploaded spreadsheets as jobs: kept in the instance's folder, run by a process of their own.

Hundreds of portals take minutes, no request may; and a killed run goes on when it is started again.
"""

from dataclasses import dataclass
from datetime import UTC
from datetime import datetime
from eduportal.server.layout import Layout
from eduportal.server.layout import write_secret
from pathlib import Path
import json
import os
import re
import secrets
import subprocess
import sys

NAME = re.compile(r"^\d{8}T\d{6}-[0-9a-f]{8}$")
SUFFIXES = (".csv", ".xlsx")


@dataclass(frozen=True)
class Job:
    """One uploaded spreadsheet; the folder holds the file, what was printed, and the outcome."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def file(self) -> Path:
        return next(path for path in self.folder.iterdir() if path.stem == "units")

    @property
    def started(self) -> bool:
        return (self.folder / "started").exists()

    @property
    def outcome(self) -> dict | None:
        """What ``eduportal provision --json`` printed, once it has ended."""
        text = self._read("outcome.json")
        try:
            return json.loads(text) if text else None
        except ValueError:
            return None  # still being written

    @property
    def log(self) -> str:
        return self._read("log.txt")

    @property
    def running(self) -> bool:
        """Whether the process that was started for it is still at work."""
        if not self.started or (self.folder / "ended").exists():
            return False
        return Path(f"/proc/{self._read('started').strip() or 'none'}").exists()

    def start(self) -> None:
        """Provision in the background; the page that asks for the job shows how far it is."""
        program = Path(sys.executable).parent / "eduportal"
        command = (
            f'"{program}" provision "{self.file}" --json'
            f' > "{self.folder}/outcome.json" 2> "{self.folder}/log.txt";'
            f' touch "{self.folder}/ended"'
        )
        process = subprocess.Popen(
            ["/bin/sh", "-c", command],
            stdin=subprocess.DEVNULL,
            env=os.environ | {"VAR": str(Layout.from_environment().var), "NO_COLOR": "1"},
            start_new_session=True,
        )
        (self.folder / "started").write_text(str(process.pid))

    def _read(self, name: str) -> str:
        path = self.folder / name
        return path.read_text() if path.exists() else ""


def keep(content: bytes, filename: str) -> Job:
    """Store an uploaded spreadsheet; its name is only looked at for its ending."""
    suffix = Path(filename).suffix.lower()
    if suffix not in SUFFIXES:
        raise ValueError(suffix)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    folder = _folder() / f"{stamp}-{secrets.token_hex(4)}"
    folder.mkdir(mode=0o700, parents=True)
    path = folder / f"units{suffix}"
    write_secret(path, "")
    path.write_bytes(content)
    return Job(folder)


def job(name: str) -> Job | None:
    """The job of that name; None for a name that is none, whatever it tries to be."""
    folder = _folder() / name
    return Job(folder) if NAME.match(name) and folder.is_dir() else None


def _folder() -> Path:
    return Layout.from_environment().var / "uploads"
