"""One written word brought to the one spelling under which it is compared.

Vietnamese is written with the same word spelled in several ways: hòa and hoà, thủy and thuỷ (where
the tone stands), kỹ and kĩ, quý and quí (y or i), đ as the look-alikes Ð and Ɖ of old fonts, and
each letter composed or as a letter with marks behind it.
"""

from functools import lru_cache
from typing import NamedTuple
import re
import unicodedata

TONES = "\u0300\u0301\u0303\u0309\u0323"
VOWELS = "aăâeêioôơuưy"
MODIFIED = "ăâêôơư"
NO_TONES = str.maketrans("", "", TONES)
NO_MARKS = str.maketrans("đ", "d", "".join(map(chr, range(0x300, 0x370))))
# Eth and African D are drawn like Đ, and texts converted from the fonts of the 1990s contain them.
LOOK_ALIKES = str.maketrans("ðɖ", "đđ")
# Onset, vowels, coda. In qu- and before another vowel in gi- the vowel letter belongs to the onset.
SYLLABLE = re.compile(
    rf"(qu(?=[{VOWELS}])|gi(?=[{VOWELS}])|[b-df-hj-np-tv-xzđ]*)([{VOWELS}]+)([b-df-hj-np-tv-xz]*)"
)
Y_OR_I = re.compile(r"([hklmstv]|qu)[iy]")
# Which of the two is usual: học kỳ, lý do, tỷ lệ, quy định, but sĩ số, vi phạm.
USUALLY_I = "sv"
# Numbers are filed as 05/2024 and asked for as 5/2024; longer ones are codes and telephones.
LONGEST_PADDED = 4


class Word(NamedTuple):
    """A word as it is compared: ``folded`` has no marks, ``marked`` has them in one spelling."""

    folded: str
    marked: str


@lru_cache(maxsize=1 << 16)
def word(token: str) -> Word | None:
    """The word of a token of letters, digits and marks; None if nothing of it can be compared."""
    decomposed = unicodedata.normalize("NFKD", token).casefold().translate(LOOK_ALIKES)
    kept = [char for char in unicodedata.normalize("NFD", decomposed) if _is_part(char)]
    tones = [char for char in kept if char in TONES]
    letters = unicodedata.normalize("NFC", "".join(kept).translate(NO_TONES))
    if letters.isascii() and letters.isdecimal() and len(letters) <= LONGEST_PADDED:
        letters = letters.lstrip("0") or "0"
    if Y_OR_I.fullmatch(letters):
        letters = letters[:-1] + ("i" if letters[0] in USUALLY_I else "y")
    folded = without_marks(letters)
    if not folded:
        return None
    placed = letters if not tones else _placed(letters, tones)
    return Word(folded, placed or unicodedata.normalize("NFC", "".join(kept)))


def beginnings(word: Word) -> list[Word]:
    """The words that a typed beginning may stand for: ``ki`` is kỷ, and also begins kiểm."""
    if not Y_OR_I.fullmatch(word.folded):
        return [word]
    letters, tones = parts(word.marked)
    return [
        Word(word.folded[:-1] + last, unicodedata.normalize("NFC", letters[:-1] + last + tones))
        for last in "iy"
    ]


def without_marks(text: str) -> str:
    """Lower-case text without tones, vowel modifications and the stroke of đ."""
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", decomposed.translate(NO_MARKS))


@lru_cache(maxsize=1 << 14)
def agreement(typed: str, found: str) -> int:
    """How a word of a text answers to a typed one of the same letters: 2, 1 or 0.

    2: the same marks. 1: all typed marks are there and others too, or the text has none at all, as
    in a file name. 0: it is another word (typed sở, found sổ). Both are ``marked`` spellings.
    """
    if typed == found:
        return 2
    letters, tones = parts(typed)
    there, tones_there = parts(found)
    if not tones_there and there == without_marks(there):
        return 1
    same = all(a in (b, without_marks(b)) for a, b in zip(letters, there, strict=False))
    return 1 if same and all(tones_there.count(t) >= tones.count(t) for t in tones) else 0


@lru_cache(maxsize=1 << 14)
def parts(marked: str) -> tuple[str, str]:
    """The letters with their own marks, and the tones: ``thuỷ`` gives ``thuy`` and the hook."""
    decomposed = unicodedata.normalize("NFD", marked)
    letters = unicodedata.normalize("NFC", decomposed.translate(NO_TONES))
    return letters, "".join(char for char in decomposed if char in TONES)


def _is_part(char: str) -> bool:
    return char.isalnum() or unicodedata.combining(char) != 0


def _placed(letters: str, tones: list[str]) -> str:
    """The letters with their only tone at its place, "" where this is no Vietnamese syllable.

    The tone stands on a modified vowel, else before a coda on the last vowel, else on the first of
    two and the second of three: as most people write, hòa and thủy.
    """
    found = SYLLABLE.fullmatch(letters)
    if found is None or len(tones) > 1:
        return ""
    vowels = found[2]
    modified = [place for place, vowel in enumerate(vowels) if vowel in MODIFIED]
    if modified:
        place = modified[-1]
    elif found[3]:
        place = len(vowels) - 1
    else:
        place = (len(vowels) - 1) // 2
    end = found.start(2) + place + 1
    return unicodedata.normalize("NFC", letters[:end] + tones[0] + letters[end:])
