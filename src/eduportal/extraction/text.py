"""Text as it is kept: composed, without runs of blanks, and not without end."""

from eduportal.vietnamese import legacy
from eduportal.vietnamese import nfc
import re
import unicodedata

# Hyphens that only break lines: PDFium marks them so, word processors write the other.
BREAKS = dict.fromkeys(map(ord, "\ufffe\u00ad\u200b\u2060\ufeff"))
BLANKS = re.compile(r"[^\S\n]+")
EMPTY_LINES = re.compile(r"\n{3,}")


def tidy(text: str) -> str:
    """NFC, one blank between words, at most one empty line, no control characters.

    A file written with a font from before Unicode (.VnTime) is read as it was meant, or nobody
    would find its words. Before anything goes, for the soft hyphen is a letter there.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe\n", "")
    text, _encodings = legacy.to_unicode(text)
    text = "".join(
        one if one in "\n\t" or unicodedata.category(one) not in ("Cc", "Cs") else " "
        for one in text.translate(BREAKS)
    )
    lines = (BLANKS.sub(" ", line).strip() for line in nfc(text).split("\n"))
    return EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


class Pages:
    """Collects tidy pages up to a number of characters; ``full`` tells a reader to stop."""

    def __init__(self, longest: int) -> None:
        self.texts: list[str] = []
        self.cut = False
        self._room = longest

    @property
    def full(self) -> bool:
        return self._room <= 0

    def add(self, text: str) -> None:
        """A page, sheet or slide; an empty one keeps its place."""
        # What cannot be kept need not be tidied either.
        page = tidy(text[: 2 * self._room + 1000])
        if len(page) > self._room or len(text) > 2 * self._room + 1000:
            page, self.cut = page[: self._room], True
        self._room -= len(page)
        self.texts.append(page)
