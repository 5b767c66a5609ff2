"""RTF, also what many offices keep under .doc: the words between the commands."""

from eduportal.extraction.limits import Limits
from eduportal.extraction.text import Pages
from pathlib import Path
import re

TOKEN = re.compile(
    rb"\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})"
    rb"|\\(?P<sign>[^a-z])|(?P<group>[{}])|(?P<text>[^\\{}\r\n]+)"
)
# Groups whose words are no text of the document.
UNSEEN = {
    *(b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"generator"),
    *(b"themedata", b"datastore", b"latentstyles", b"listtable", b"listoverridetable", b"rsidtbl"),
    *(b"fldinst", b"xmlnstbl", b"filetbl", b"revtbl", b"colorschememapping"),
}
SIGNS = {b"par": "\n", b"line": "\n", b"row": "\n", b"cell": "\t", b"tab": "\t", b"page": "\n"}


def read(path: Path, pages: Pages, limits: Limits) -> None:
    """One page: where lines end is decided by the program that shows it."""
    with path.open("rb") as stream:
        data = stream.read(limits.file_bytes)
    pages.add("".join(_pieces(data)))


def _pieces(data: bytes):
    """Text in order; ``seen`` and the fallback length of ``\\u`` follow the groups."""
    codec, seen, fallback, skip, stack = "cp1258", True, 1, 0, []
    for token in TOKEN.finditer(data):
        word, number = token["word"], int(token["number"] or 0)
        if token["group"] == b"{":
            stack.append((seen, fallback))
        elif token["group"] == b"}":
            seen, fallback = stack.pop() if stack else (True, 1)
            skip = 0
        elif word in UNSEEN or token["sign"] == b"*":
            seen = False
        elif word == b"ansicpg":
            codec = _codec(number)
        elif word == b"uc":
            fallback = number
        elif word == b"u" and seen:
            yield chr(number % 0x10000)
            skip = fallback
        elif word in SIGNS and seen:
            yield SIGNS[word]
        elif token["byte"] and seen:
            if not skip:
                yield bytes.fromhex(token["byte"].decode()).decode(codec, "replace")
            skip = max(0, skip - 1)
        elif token["text"] and seen:
            text = token["text"].decode(codec, "replace")
            yield text[skip:]
            skip = max(0, skip - len(text))
        elif token["sign"] in (b"\\", b"{", b"}") and seen:
            yield token["sign"].decode()
        elif token["sign"] == b"~" and seen:
            yield " "


def _codec(number: int) -> str:
    try:
        "".encode(f"cp{number}")
    except LookupError:
        return "cp1258"
    return f"cp{number}"
