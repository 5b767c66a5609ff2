"""Words like another one: a letter more, less, changed or exchanged, or a forgotten space."""

from collections.abc import Collection
from collections.abc import Iterator
from rapidfuzz import process
from rapidfuzz.distance import OSA

MOST = 12
SHORT = 4
"""Letters up to which one slip is believed; above it two, as where Telex is off: ``truowng``."""
LONGEST = 30
MOST_PIECES = 4
SINGLE = frozenset("aouy")
"""The words of one letter."""


def similar(bare: str, known: Collection[str]) -> list[tuple[int, str]]:
    """Known words and how many slips they are away, the nearest first; the word itself is 0 away.

    Figures are no words: 37 is not meant to be 38.
    """
    if not bare.isalpha() or len(bare) > LONGEST:
        return []
    slips = 1 if len(bare) <= SHORT else 2
    found = process.extract(bare, known, scorer=OSA.distance, score_cutoff=slips, limit=MOST)
    return sorted((distance, word) for word, distance, _key in found if word.isalpha())


def splits(bare: str, known: Collection[str], pieces: int = MOST_PIECES) -> Iterator[tuple]:
    """The ways to read a word as two known words up to four: ``tuyensinh`` as tuyen, sinh."""
    if len(bare) > LONGEST:
        return
    for end in range(1, len(bare)):
        first, rest = bare[:end], bare[end:]
        if not _is_word(first, known):
            continue
        if _is_word(rest, known):
            yield (first, rest)
        if pieces > 2:
            yield from ((first, *more) for more in splits(rest, known, pieces - 1))


def _is_word(text: str, known: Collection[str]) -> bool:
    return text in known and (len(text) > 1 or text in SINGLE or text.isdecimal())
