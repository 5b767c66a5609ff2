"""A text's words in reading order."""

from collections.abc import Iterator
from eduportal.vietnamese.syllable import Word
from eduportal.vietnamese.syllable import word
import re

# Letters and digits, with the marks that stand behind a letter in decomposed text and the
# invisible signs that word processors leave inside words. The underscore of file names separates.
TOKEN = re.compile("(?:[^\\W_]+[\u0300-\u036f\u00ad\u200c\u200d\u2060\ufeff]*)+")


def words(text: str) -> list[Word]:
    """The words of a text: ``37/2020/TT-BGDĐT`` gives 37, 2020, tt, bgddt; ``GD&ĐT`` gd, dt."""
    return [found for token in TOKEN.findall(text) if (found := word(token))]


def spans(text: str) -> Iterator[tuple[int, int, Word]]:
    """The same with each word's place in ``text``: start, end, word."""
    for token in TOKEN.finditer(text):
        found = word(token[0])
        if found:
            yield token.start(), token.end(), found
