"""What all zipped formats share: a look at the sizes before anything is unpacked."""

from eduportal.extraction.found import Unreadable
from eduportal.extraction.limits import Limits
from pathlib import Path
import zipfile

MOST_ENTRIES = 20_000


def check(path: Path, limits: Limits) -> None:
    """Refuse what unpacks to an absurd size. The sizes may be lies: memory has its own limit."""
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Unreadable("encrypted", "encrypted")
    if len(entries) > MOST_ENTRIES or sum(e.file_size for e in entries) > limits.unpacked_bytes:
        raise Unreadable("too-large", "unpacked-too-large")
