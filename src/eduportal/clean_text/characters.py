"""Plain text as it is stored: composed (NFC), without what word processors leave in words."""

from eduportal.vietnamese import legacy
from eduportal.vietnamese import nfc
from eduportal.vietnamese.spelling import is_syllable
import re

# Control characters that no page, feed or spreadsheet may hold, and signs without width.
RUBBISH = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u2060\ufeff]")
# These join letters of other scripts and the parts of pictures; among ours they are left-overs.
JOINERS = re.compile("(?<=[\\s!-\u1eff])[\u200c\u200d]|^[\u200c\u200d]")
ODD_SPACES = re.compile("[\u2000-\u200a\u205f\u3000]")
FIXED_SPACES = re.compile("[ \t]*[\u00a0\u202f][ \t\u00a0\u202f]*")
# Where a fixed space has a sense: 10 000, 5 %, Điều 7, « oui ».
WANTED = re.compile("(?:(?<=\\d)[\u00a0\u202f](?=[\\w%°])|[\u00a0\u202f](?=[:;!?»])|(?<=«).)")
HYPHENATED = re.compile("[^\\s\u00ad]*\u00ad[^\\s]*")


def tidy(text: str) -> str:
    """A text of several lines; the lines and the spaces at their ends stay."""
    if text.isascii() and text.isprintable():
        return text
    text = nfc(text).encode(errors="ignore").decode()
    text = JOINERS.sub("", RUBBISH.sub("", text))
    text = HYPHENATED.sub(_without_hyphens, text)
    return FIXED_SPACES.sub(_space, ODD_SPACES.sub(" ", text))


def tidy_line(text: str) -> str:
    """One line: a title, a name, a keyword."""
    line = re.sub(r"[ \t\r\n]+", " ", tidy(text))
    return line.strip(" \u00a0\u202f")


def _without_hyphens(word: re.Match) -> str:
    """The soft hyphen is ư in TCVN3 and Ứ in VPS: it stays where it is read so."""
    for part in legacy.BETWEEN_WORDS.split(word[0]):
        if "\u00ad" in part and any(
            is_syllable(legacy.convert(part, encoding)) for encoding in ("tcvn3", "vps")
        ):
            return word[0]
    return word[0].replace("\u00ad", "")


def _space(found: re.Match) -> str:
    if len(found[0]) == 1:
        around = found.string[max(found.start() - 1, 0) : found.end() + 1]
        place = min(found.start(), 1)
        if WANTED.match(around, place):
            return found[0]
    return " "
