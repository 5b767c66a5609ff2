"""The last good copy of each feed, in ``$VAR/feeds``: one for all portals of the instance.

A page that wants a feed leaves the address as a small file; a process beside the web server fetches
what was wanted lately and writes the copy. No request ever waits for somebody else's server, the
database does not grow, and two hundred schools that show their ministry's news ask for it once.
"""

from collections.abc import Callable
from dataclasses import asdict
from dataclasses import dataclass
from eduportal.feeds.addresses import FeedError
from eduportal.feeds.fetching import Answer
from eduportal.feeds.parsing import Item
from eduportal.feeds.parsing import parse
from pathlib import Path
import contextlib
import hashlib
import json
import os
import time

AGAIN_SECONDS = 30 * 60
"""A feed is asked for twice an hour; one that fails less and less often, down to twice a day."""
LONGEST_PAUSE = 12 * 3600
WANTED_SECONDS = 14 * 24 * 3600
"""A feed that no page has shown for so long is fetched no more, and its copy goes."""
NOTE_AGAIN_SECONDS = 24 * 3600
WANTED, COPY = ".wanted", ".json"

Fetch = Callable[[str, str, str], Answer]


@dataclass(frozen=True)
class Copy:
    """``fetched`` and ``tried`` are seconds since 1970; ``reason`` says why the last try failed,
    ``""`` where it did not."""

    address: str
    title: str = ""
    items: tuple[Item, ...] = ()
    fetched: float = 0.0
    tried: float = 0.0
    failures: int = 0
    reason: str = ""
    etag: str = ""
    modified: str = ""


def folder() -> Path | None:
    """``$VAR/feeds``; None where nothing can be kept."""
    var = os.environ.get("VAR")
    return Path(var) / "feeds" if var else None


class Copies:
    """All that one instance keeps."""

    def __init__(self, where: Path, now: Callable[[], float] = time.time) -> None:
        self._where = where
        self._now = now

    def want(self, address: str) -> None:
        """A page shows this feed."""
        note = self._file(address, WANTED)
        with contextlib.suppress(FileNotFoundError):
            if self._now() - note.stat().st_mtime < NOTE_AGAIN_SECONDS:
                return
        self._write(note, address)

    def of(self, address: str) -> Copy | None:
        """The copy of a feed; None before it was first tried."""
        try:
            kept = json.loads(self._file(address, COPY).read_text())
            kept["items"] = tuple(Item(*item) for item in kept["items"])
            return Copy(**kept)
        except (FileNotFoundError, ValueError, TypeError, KeyError):
            return None

    def due(self) -> list[str]:
        """Addresses to be fetched now; what nobody wants any more goes."""
        found = []
        for note in sorted(self._where.glob(f"*{WANTED}")):
            if self._now() - note.stat().st_mtime > WANTED_SECONDS:
                note.with_suffix(COPY).unlink(missing_ok=True)
                note.unlink(missing_ok=True)
                continue
            address = note.read_text()
            copy = self.of(address)
            if copy is None or self._now() >= copy.tried + _pause(copy):
                found.append(address)
        return found

    def update(self, address: str, fetch: Fetch) -> Copy:
        """Try to get a feed; whatever happens, the items of the last good copy stay."""
        before = self.of(address) or Copy(address)
        now = self._now()
        try:
            answer = fetch(address, before.etag, before.modified)
            kept = {"tried": now, "fetched": now, "failures": 0, "reason": ""}
            if answer.body is not None:
                feed = parse(answer.body, answer.address)
                kept |= {"title": feed.title, "items": feed.items}
                kept |= {"etag": answer.etag, "modified": answer.modified}
            after = Copy(**{**vars(before), **kept})
        except FeedError as error:
            failed = {"tried": now, "failures": before.failures + 1, "reason": error.reason}
            after = Copy(**{**vars(before), **failed})
        self._write(self._file(address, COPY), json.dumps(asdict(after), ensure_ascii=False))
        return after

    def _file(self, address: str, suffix: str) -> Path:
        return self._where / f"{hashlib.sha256(address.encode()).hexdigest()[:32]}{suffix}"

    def _write(self, file: Path, text: str) -> None:
        self._where.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = file.with_name(f".{file.name}.{os.getpid()}")
        new.write_text(text, encoding="utf-8")
        new.replace(file)


def _pause(copy: Copy) -> float:
    return min(AGAIN_SECONDS * 2**copy.failures, LONGEST_PAUSE)
