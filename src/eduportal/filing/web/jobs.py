"""Uploaded tables as jobs: kept in the instance's folder for whoever uploaded them, run later.

Hundreds of scans take minutes, no request may; and a killed run goes on when it is started again.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from dataclasses import dataclass
from datetime import UTC
from datetime import datetime
from datetime import timedelta
from eduportal.filing.report import Report
from eduportal.server.layout import Layout
from functools import cached_property
from pathlib import Path
from typing import BinaryIO
import json
import os
import re
import secrets
import shutil
import subprocess
import sys

NAME = re.compile(r"^\d{8}T\d{6}-[0-9a-f]{16}$")
TABLES = (".xlsx", ".csv")
KEPT = timedelta(days=7)
"""Uploads that nobody confirmed and reports go after so long."""


@dataclass(frozen=True)
class Facts:
    """What was asked for. ``user`` and ``users`` are an id and the path of its user folder.

    ``section`` is the path of the section below the portal, ``table`` and ``archive`` are the
    names that the files had.
    """

    unit: str
    users: str
    user: str
    section: str
    table: str
    archive: str = ""
    state: str = "draft"
    update: bool = False


@dataclass(frozen=True)
class Job:
    """One upload; the folder holds its files, its preview, how far it is, and its report."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @cached_property
    def facts(self) -> Facts:
        return Facts(**json.loads((self.folder / "facts.json").read_text()))

    @property
    def table(self) -> Path:
        return next(path for path in self.folder.iterdir() if path.stem == "table")

    @property
    def archive(self) -> Path | None:
        path = self.folder / "files.zip"
        return path if path.exists() else None

    @property
    def preview(self) -> dict | None:
        return self._read("preview.json")

    @property
    def progress(self) -> int:
        """How many rows the run has looked at."""
        return (self._read("progress.json") or {}).get("rows", 0)

    @property
    def report(self) -> dict | None:
        """What was done in the end."""
        return self._read("report.json")

    @property
    def started(self) -> bool:
        return (self.folder / "started").exists()

    @property
    def ended(self) -> bool:
        return (self.folder / "ended").exists()

    @property
    def running(self) -> bool:
        """Whether the process that was started for it is still at work."""
        if not self.started or self.ended:
            return False
        pid = (self.folder / "started").read_text().strip()
        if pid == str(os.getpid()):
            return True
        try:
            # Of a process that was killed and not yet waited for nothing is left to read, and
            # after a restart of the machine its number may be another's.
            return self.name.encode() in Path(f"/proc/{pid or 'none'}/cmdline").read_bytes()
        except OSError:
            return False

    def keep_preview(self, report: Report) -> None:
        self._write("preview.json", report.as_dict())

    def tell(self, report: Report) -> None:
        """How far it is; called by the run itself."""
        self._write("progress.json", {"rows": len(report.outcomes)})

    def end(self, report: Report) -> None:
        """The report stays for a week; what was uploaded goes at once."""
        self._write("report.json", report.as_dict())
        self._remove_uploads()
        (self.folder / "ended").touch()

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Run it in the present request; a second click finds it at work."""
        mark = self.folder / "started"
        mark.write_text(str(os.getpid()))
        try:
            yield
        except BaseException:
            mark.unlink()
            raise

    def start(self) -> None:
        """Run it in the background; the page that asks for the job shows how far it is."""
        program = Path(sys.executable).parent / "eduportal"
        with (self.folder / "log.txt").open("ab") as log:
            process = subprocess.Popen(
                [program, "documents", "job", self.folder],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=os.environ | {"VAR": str(Layout.from_environment().var), "NO_COLOR": "1"},
                start_new_session=True,
            )
        (self.folder / "started").write_text(str(process.pid))

    def remove(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def _remove_uploads(self) -> None:
        for path in (self.table, self.archive):
            if path is not None:
                path.unlink(missing_ok=True)

    def _read(self, name: str) -> dict | None:
        path = self.folder / name
        return json.loads(path.read_text()) if path.exists() else None

    def _write(self, name: str, content: dict) -> None:
        # Renamed into its place: the page may read it at any moment.
        fresh = self.folder / f"{name}.new"
        fresh.write_text(json.dumps(content, ensure_ascii=False))
        fresh.replace(self.folder / name)


def keep(facts: Facts, table: BinaryIO, archive: BinaryIO | None) -> Job:
    """Store an upload; of the files' names only the table's ending is looked at."""
    _sweep(_folder(facts.unit))
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    folder = _folder(facts.unit) / f"{stamp}-{secrets.token_hex(8)}"
    folder.mkdir(mode=0o700, parents=True)
    _copy(table, folder / f"table{Path(facts.table).suffix.lower()}")
    if archive is not None:
        _copy(archive, folder / "files.zip")
    job = Job(folder)
    job._write("facts.json", asdict(facts))
    return job


def job(unit: str, name: str, users: str, user: str) -> Job | None:
    """The job of that name, for the person who uploaded it alone; None otherwise."""
    folder = _folder(unit) / name
    if not (NAME.match(name) and (folder / "facts.json").exists()):
        return None
    found = Job(folder)
    facts = found.facts
    return found if (facts.unit, facts.users, facts.user) == (unit, users, user) else None


def _copy(source: BinaryIO, target: Path) -> None:
    source.seek(0)
    with target.open("wb") as stream:
        shutil.copyfileobj(source, stream, 1 << 20)


def _sweep(folder: Path) -> None:
    """Old reports and uploads nobody confirmed go as somebody uploads the next one."""
    if not folder.is_dir():
        return
    oldest = datetime.now(UTC) - KEPT
    for path in folder.iterdir():
        old = datetime.fromtimestamp(path.stat().st_mtime, UTC) < oldest
        if NAME.match(path.name) and old and not Job(path).running:
            shutil.rmtree(path, ignore_errors=True)


def _folder(unit: str) -> Path:
    folder = Layout.from_environment().var / "filing" / unit
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
