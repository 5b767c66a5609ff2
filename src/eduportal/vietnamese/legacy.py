"""Text of the fonts from before Unicode: TCVN3 (ABC), VNI-Windows and VPS.

Such text was made of Latin-1 signs that a special font drew as Vietnamese letters: ``th«ng b¸o`` in
.VnTime, ``thoâng baùo`` in VNI-Times. Without the font it is unreadable, and TCVN 6909:2001 demands
Unicode. It is recognised by its words: those with such signs are syllables when read through the
font's table, and are not before.
"""

from eduportal.vietnamese import letters
from eduportal.vietnamese.spelling import is_syllable
import re

NAMES = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI-Windows", "vps": "VPS"}
TABLES = {"tcvn3": letters.tcvn3(), "vni": letters.vni(), "vps": letters.vps()}
# VNI puts the mark behind the letter, so two signs come before one.
READERS = {
    name: re.compile("|".join(map(re.escape, sorted(table, key=len, reverse=True))))
    for name, table in TABLES.items()
}
# In VPS these are capitals; between two letters they are meant so, elsewhere they are punctuation.
PUNCTUATION = "\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026"
INSIDE_WORD = re.compile(rf"(?<=[^\W\d_])[{PUNCTUATION}](?=[^\W\d_])")
# Signs that open, close or join are no part of a word. The soft hyphen is: TCVN3 has ư there.
BETWEEN_WORDS = re.compile(rf"[\s\x00-@\[-`{{-\x7f\u00a0\u200b\ufeff{PUNCTUATION}]+")
# No old encoding has these: a passage with them is Unicode.
ONLY_UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")
MOST_UNICODE = 1
# Said for whole passages: fewer different words prove nothing, a name alone could be foreign.
FEWEST_WORDS = 2
SURE = 0.75
BETTER_BY = 0.3


def recognise(text: str, context: str = "") -> str:
    """The encoding of a passage (a line, a paragraph): a key of ``NAMES``, "" for Unicode.

    ``context`` is what the passages around are written in: there one word is enough.
    """
    if text.isascii() or len(ONLY_UNICODE.findall(text)) > MOST_UNICODE:
        return ""
    found = {name: _belief(text, name, context == name) for name in NAMES}
    best = max(found, key=found.get)
    return best if found[best] > 0 else ""


def convert(text: str, encoding: str) -> str:
    """``text`` read through the table of ``encoding``, in Unicode (NFC)."""
    table = TABLES[encoding]
    if encoding == "vps":
        text = INSIDE_WORD.sub(lambda sign: table.get(sign[0], sign[0]), text)
        read = READERS[encoding].sub(
            lambda sign: sign[0] if sign[0] in PUNCTUATION else table[sign[0]], text
        )
    else:
        read = READERS[encoding].sub(lambda signs: table[signs[0]], text)
    # The fonts of capitals (.VnTimeH) draw the small signs as capitals: HäC is HỌC.
    return re.sub(r"[^\W\d_]+", _in_one_case, read) if encoding == "tcvn3" else read


def to_unicode(text: str) -> tuple[str, tuple[str, ...]]:
    """A text with each line converted that needs it, and the encodings that were found."""
    lines = text.splitlines(keepends=True)
    found = recognise_all(lines)
    converted = (
        convert(line, name) if name else line for line, name in zip(lines, found, strict=True)
    )
    return "".join(converted), tuple(dict.fromkeys(name for name in found if name))


def recognise_all(passages: list[str]) -> list[str]:
    """The encoding of each passage; what could be two is judged by what the others are."""
    found = [recognise(passage) for passage in passages]
    certain = [name for name in found if name]
    if not certain:
        return found
    usual = max(sorted(set(certain)), key=certain.count)
    return [recognise(passage, usual) for passage in passages]


def _belief(text: str, encoding: str, expected: bool) -> float:
    """How much better the text reads through the table, 0 where that is not sure."""
    tokens = [token for token in BETWEEN_WORDS.split(text) if token]
    read = {token: convert(token, encoding) for token in tokens if not token.isascii()}
    # QĐ and BGDĐT are no syllables in any encoding.
    signs = [t for t in tokens if t in read and (is_syllable(read[t]) or not read[t].isupper())]
    evidence = {t for t in signs if is_syllable(read[t]) and not is_syllable(t)}
    if len(evidence) < (1 if expected else FEWEST_WORDS):
        return 0
    after = sum(is_syllable(read[token]) for token in signs)
    before = sum(is_syllable(token) for token in signs)
    plain = [token for token in tokens if token.isascii() and not token.isupper()]
    vietnamese = after + sum(map(is_syllable, plain))
    better = (after - before) / len(signs)
    if after < SURE * len(signs) or better < BETTER_BY:
        return 0
    if vietnamese < SURE * (len(plain) + len(signs)):
        return 0
    # What is expected needs no more than to fit.
    return 2 if expected else better


def _in_one_case(word: re.Match) -> str:
    plain = [char for char in word[0] if char.isascii()]
    capitals = [char for char in word[0][1:] if char.isascii() and char.isupper()]
    return word[0].upper() if capitals and all(map(str.isupper, plain)) else word[0]
