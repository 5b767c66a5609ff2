"""The journal's files: one JSON object per line, appended under a lock, never changed.

``<folder>/<stream>-000001.jsonl`` is written to until it is ``ROTATE_AT`` bytes long; then it is
packed to ``.jsonl.gz`` and the next number begins. The oldest packed files of a stream go when all
of them exceed ``KEEP`` bytes. What anybody on the internet can cause (failed sign-ins) has a stream
of its own: otherwise a flood of failures would push the record of changes out.

Each line ends in ``chain``: SHA-256 of the chain before it and of the line itself. A line that was
changed or taken out breaks it. Who can write the files can also compute a new chain, so it
proves something beside an earlier export, whose last chain has to be found in the files.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import contextmanager
from datetime import UTC
from datetime import datetime
from pathlib import Path
import fcntl
import gzip
import hashlib
import json
import os
import shutil

CHANGES = "changes"
FAILURES = "failures"
STREAMS = (CHANGES, FAILURES)

ROTATE_AT = 5_000_000
KEEP = {CHANGES: 50_000_000, FAILURES: 10_000_000}
"""Bytes of packed files per portal: about two million changes."""

START = "0" * 64
TAIL = len(b',"chain":""}\n') + len(START)


class Journal:
    """The journal in ``folder``, which several threads and processes may append to."""

    def __init__(
        self, folder: Path, rotate_at: int = ROTATE_AT, keep: Mapping[str, int] = KEEP
    ) -> None:
        self.folder = folder
        self._rotate_at = rotate_at
        self._keep = keep

    def append(self, stream: str, entries: Iterable[Mapping]) -> None:
        """Write ``entries`` in one piece, with the time, which never runs backwards in a file."""
        with self._locked():
            path, last = self._current(stream)
            now = datetime.now(UTC).isoformat(timespec="microseconds")
            lines = []
            for entry in entries:
                line, last = _line({"when": now, **entry}, last)
                lines.append(line)
            _write(path, b"".join(lines))

    def files(self, stream: str) -> list[Path]:
        """The stream's files, oldest first; while one is being packed, the packed one counts."""
        found = {path.name.split(".")[0]: path for path in self.folder.glob(f"{stream}-*.jsonl")}
        found |= {path.name.split(".")[0]: path for path in self.folder.glob(f"{stream}-*.gz")}
        return [path for _name, path in sorted(found.items())]

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (self.folder / "lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _current(self, stream: str) -> tuple[Path, str]:
        """The file to append to, and the chain of the last line before it."""
        files = self.files(stream)
        if not files:
            return self._numbered(stream, 1), START
        newest = files[-1]
        if newest.suffix == ".gz":
            # a process died after packing, before it began the next file
            return self._numbered(stream, _number(newest) + 1), _last_chain(newest)
        last = _last_chain(newest)
        if newest.stat().st_size < self._rotate_at:
            return newest, last
        _pack(newest)
        self._forget_oldest(stream)
        return self._numbered(stream, _number(newest) + 1), last

    def _forget_oldest(self, stream: str) -> None:
        packed = [path for path in self.files(stream) if path.suffix == ".gz"]
        while sum(path.stat().st_size for path in packed) > self._keep[stream]:
            packed.pop(0).unlink()

    def _numbered(self, stream: str, number: int) -> Path:
        return self.folder / f"{stream}-{number:06d}.jsonl"


def _number(path: Path) -> int:
    return int(path.name.split(".")[0].rsplit("-", 1)[-1])


def _line(entry: Mapping, last: str) -> tuple[bytes, str]:
    text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
    chain = chained(last, text)
    return f'{text[:-1]},"chain":"{chain}"}}\n'.encode(), chain


def chained(last: str, text: str) -> str:
    """The chain of the line ``text`` (without its own chain) that follows the chain ``last``."""
    return hashlib.sha256(f"{last}{text}".encode()).hexdigest()


def _write(path: Path, data: bytes) -> None:
    """One ``write`` at the end, on the disk before it returns."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        if os.fstat(descriptor).st_size and not _ends_whole(path):
            # a power failure cut the last line: it stays as it is, ours begin on a new one
            data = b"\n" + data
        os.write(descriptor, data)
        os.fdatasync(descriptor)
    finally:
        os.close(descriptor)


def _ends_whole(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


def _last_chain(path: Path) -> str:
    """The chain in a file's last line; after a line that was cut a new chain begins."""
    with opened(path) as file:
        if path.suffix == ".gz":
            tail = file.read()[-TAIL:]
        else:
            file.seek(max(0, path.stat().st_size - TAIL))
            tail = file.read()
    if tail.startswith(b',"chain":"') and tail.endswith(b'"}\n'):
        return tail[len(b',"chain":"') : -len(b'"}\n')].decode()
    return START


def opened(path: Path):
    """A journal's file for reading bytes, packed or not."""
    return gzip.open(path) if path.suffix == ".gz" else path.open("rb")


def _pack(path: Path) -> None:
    """Beside the file first: whoever dies here leaves the whole file or the whole packed one."""
    half = path.with_suffix(".jsonl.gz.part")
    with path.open("rb") as plain, gzip.open(half, "wb") as packed:
        shutil.copyfileobj(plain, packed)
    half.chmod(0o600)
    half.rename(path.with_suffix(".jsonl.gz"))
    path.unlink()
