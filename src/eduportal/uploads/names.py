"""Names of files that people can read and no system stumbles over."""

from eduportal.vietnamese import nfc
from pathlib import PurePosixPath
import re
import unicodedata

LONGEST = 100
UNNAMED = "tep-dinh-kem"
# Control characters, marks that turn the direction of writing, what file systems reserve.
UNSAFE = re.compile(r'[<>:"|?*;%\x00-\x1f\x7f]')


def shown(filename: str | bytes | None) -> str:
    """The last part of a path as people wrote it, on one line, with nothing invisible in it."""
    if isinstance(filename, bytes):
        filename = filename.decode("utf-8", "replace")
    last = nfc(filename or "").replace("\\", "/").rpartition("/")[2]
    seen = "".join(char for char in last if unicodedata.category(char)[0] != "C")
    return " ".join(UNSAFE.sub(" ", seen).split())[:LONGEST] or UNNAMED


def stored(filename: str | bytes | None, extension: str) -> str:
    """The same with the extension of what the file really is."""
    name = PurePosixPath(shown(filename).lstrip(". ") or UNNAMED)
    stem = name.stem if re.fullmatch(r"\.\w{1,5}", name.suffix) else name.name
    return f"{stem[: LONGEST - 6].rstrip('. ') or UNNAMED}.{extension}"
