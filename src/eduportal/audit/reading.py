"""Reading a journal from its end, a page at a time, without reading the whole of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import datetime
from datetime import time
from eduportal.audit.journal import START
from eduportal.audit.journal import STREAMS
from eduportal.audit.journal import Journal
from eduportal.audit.journal import chained
from eduportal.audit.journal import opened
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo
import heapq
import json

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
BLOCK = 64 * 1024
MOST_READ = 50_000
"""Lines that one page looks through before it answers with what it has."""

Entry = dict


@dataclass(frozen=True)
class Asked:
    """What to look for; an empty value asks for everything."""

    who: str = ""
    what: str = ""
    """The beginning of an event's name: ``content`` or ``content.edit``."""
    where: str = ""
    """Part of a path, login or setting."""
    since: date | None = None
    until: date | None = None
    """The last day that counts."""

    def fits(self, entry: Entry) -> bool:
        event = entry.get("event", "")
        return (
            (not self.who or self.who.casefold() in entry.get("who", "").casefold())
            and (not self.what or event == self.what or event.startswith(f"{self.what}."))
            and (not self.where or self.where.casefold() in entry.get("where", "").casefold())
            and (self.until is None or moment(entry).date() <= self.until)
        )

    def is_past(self, entry: Entry) -> bool:
        """Whether ``entry``, and so everything before it, is older than what is asked for."""
        return self.since is not None and moment(entry) < datetime.combine(
            self.since, time(), tzinfo=ZONE
        )


@dataclass
class Page:
    """Some entries, newest first, and where the next page begins (``""`` at the very end)."""

    entries: list[Entry] = field(default_factory=list)
    older: str = ""


def moment(entry: Entry) -> datetime:
    """When an entry was written, as the clock in Viet Nam showed it."""
    return datetime.fromisoformat(entry["when"]).astimezone(ZONE)


def page(journal: Journal, asked: Asked, length: int, start: str = "") -> Page:
    """The next ``length`` entries before ``start`` (a page's ``older``)."""
    positions = _positions(start)
    found = Page()
    merged = heapq.merge(
        *(_backwards(journal, stream, positions.get(stream)) for stream in STREAMS),
        key=lambda one: one[2]["when"],
        reverse=True,
    )
    for count, (stream, position, entry) in enumerate(merged):
        if asked.is_past(entry):
            return found
        if len(found.entries) == length or count == MOST_READ:
            found.older = ",".join(f"{name}:{n}:{at}" for name, (n, at) in positions.items())
            return found
        positions[stream] = position
        if asked.fits(entry):
            found.entries.append(entry)
    return found


def entries(journal: Journal, asked: Asked) -> Iterator[Entry]:
    """Everything that fits, oldest first."""
    merged = heapq.merge(
        *(_forwards(journal, stream, asked) for stream in STREAMS), key=lambda one: one["when"]
    )
    return (entry for entry in merged if asked.fits(entry) and not asked.is_past(entry))


@dataclass(frozen=True)
class Broken:
    """A line that does not follow from the one before it."""

    file: str
    line: int


def verify(journal: Journal) -> list[Broken]:
    """Every place where a line was changed, taken out or cut; the first file may be a later one."""
    broken = []
    for stream in STREAMS:
        last = None
        for number, path in enumerate(journal.files(stream)):
            if number == 0 and path.name.startswith(f"{stream}-000001."):
                last = START
            with opened(path) as file:
                for count, line in enumerate(file, start=1):
                    chain, follows = _follows(line, last)
                    if last is not None and not follows:
                        broken.append(Broken(path.name, count))
                    last = chain
    return broken


def _follows(line: bytes, last: str | None) -> tuple[str, bool]:
    text, found, tail = line.decode(errors="replace").rpartition(',"chain":"')
    if not found or not tail.endswith('"}\n'):
        return START, False
    chain = tail.removesuffix('"}\n')
    return chain, chain == chained(last or "", text + "}")


def _positions(start: str) -> dict[str, tuple[int, int]]:
    """``stream:file:offset`` of the last entry shown, of each stream."""
    found = {}
    for part in start.split(",") if start else ():
        stream, _colon, rest = part.partition(":")
        number, _colon, offset = rest.partition(":")
        if stream in STREAMS and number.isdecimal() and offset.isdecimal():
            found[stream] = (int(number), int(offset))
    return found


def _backwards(journal: Journal, stream: str, before: tuple[int, int] | None) -> Iterator[tuple]:
    for path in reversed(journal.files(stream)):
        number = int(path.name.split(".")[0].rsplit("-", 1)[-1])
        if before is not None and number > before[0]:
            continue
        end = before[1] if before is not None and number == before[0] else None
        for offset, line in _lines_backwards(path, end):
            entry = _entry(line)
            if entry is not None:
                yield stream, (number, offset), entry


def _lines_backwards(path: Path, end: int | None) -> Iterator[tuple[int, bytes]]:
    """The lines before the byte ``end``, last one first, with the bytes they begin at."""
    try:
        file = opened(path)
    except FileNotFoundError:
        # packed between the look at the folder and now
        path = path.with_suffix(".jsonl.gz")
        file = opened(path)
    if path.suffix == ".gz":
        # going back in a packed file would unpack it from its beginning each time
        with file:
            file = BytesIO(file.read())
    with file:
        rest = b""
        position = file.seek(0, 2) if end is None else end
        while position:
            start = max(0, position - BLOCK)
            file.seek(start)
            block = file.read(position - start) + rest
            lines = block.split(b"\n")
            rest = lines.pop(0)
            offset = start + len(block)
            for line in reversed(lines):
                offset -= len(line)
                if line:
                    yield offset, line
                offset -= 1
            position = start
        if rest:
            yield 0, rest


def _forwards(journal: Journal, stream: str, asked: Asked) -> Iterator[Entry]:
    for path in journal.files(stream):
        if asked.since is not None and _changed_before(path, asked.since):
            continue
        with opened(path) as file:
            for line in file:
                entry = _entry(line)
                if entry is not None:
                    yield entry


def _changed_before(path: Path, day: date) -> bool:
    """Whether a file's last line is older than ``day``."""
    changed = datetime.fromtimestamp(path.stat().st_mtime, tz=ZONE)
    return changed.date() < day


def _entry(line: bytes) -> Entry | None:
    """A line that a power failure cut is no entry."""
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    return entry if isinstance(entry, dict) and "when" in entry else None
