"""TXT and CSV in Unicode."""

from eduportal.extraction.found import Unreadable
from eduportal.extraction.limits import Limits
from eduportal.extraction.text import Pages
from pathlib import Path

MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read(path: Path, pages: Pages, limits: Limits) -> None:
    """The file as it is. Vietnamese encodings from before Unicode are not guessed at."""
    with path.open("rb") as stream:
        data = stream.read(8 * limits.characters)
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), "utf-8")
    try:
        pages.add(data.decode(encoding))
    except UnicodeDecodeError as error:
        # Where the file was cut off, a character may have been cut in two.
        if len(data) < 8 * limits.characters or error.start < len(data) - 4:
            raise Unreadable("unsupported", "unknown-encoding") from None
        pages.add(data.decode(encoding, "ignore"))
