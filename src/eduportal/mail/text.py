"""Text that strangers or editors typed, made fit for mail: composed, no controls, no new header."""

from eduportal.vietnamese import nfc
import re
import unicodedata

WORD = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
# No dot at an end and none beside another: a letter to such a name cannot be written (RFC 5322).
ADDRESS = re.compile(rf"(?=[^@]{{1,64}}@){WORD}(?:\.{WORD})*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
LONGEST = 20_000
LONGEST_ADDRESS = 254
UNSEEN = ("Cc", "Cs")


def is_address(value: str) -> bool:
    """Whether the value is one plain address, without a name and without a line break."""
    return len(value) <= LONGEST_ADDRESS and ADDRESS.fullmatch(value) is not None


def clean(value: str) -> str:
    """NFC, line ends as ``\\n``, no control characters (spreadsheets and mail refuse them)."""
    lines = nfc(value).replace("\r\n", "\n").replace("\r", "\n")[:LONGEST]
    kept = (char for char in lines if char in "\n\t" or unicodedata.category(char) not in UNSEEN)
    return "".join(kept).strip()


def one_line(value: str, longest: int = 200) -> str:
    """The value fit for a header: no line break, not endless."""
    line = " ".join(clean(value).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
