"""A query as a regular expression: finds candidates in long texts in one go, in C."""

from eduportal.search.query import parse
from eduportal.search.synonyms import table
from eduportal.search.synonyms import with_synonyms
from eduportal.search.tree import Node
from eduportal.search.tree import Phrase
from eduportal.search.tree import Without
from eduportal.vietnamese import Word
from eduportal.vietnamese import agreement
from eduportal.vietnamese import beginnings
from eduportal.vietnamese import fold
from eduportal.vietnamese import nfc
from eduportal.vietnamese import words
from functools import lru_cache
from typing import NamedTuple
import re
import unicodedata

BETWEEN = r"[\W_]{1,4}"
"""What stands between the words of a phrase, or of a number."""
I_AND_Y = "iy"
MOST_PHRASES = 24
"""Of a longer query the first ones are marked: each takes a millisecond to be made ready."""


class Wanted(NamedTuple):
    """What of a query is to be marked in a text."""

    phrases: tuple[Phrase, ...]
    pattern: re.Pattern[str]

    def answered(self, found: str) -> int | None:
        """Which phrase this candidate answers; None for another word of the same letters."""
        there = words(found)
        for part, phrase in enumerate(self.phrases):
            if _answers(phrase, there):
                return part
        return None


def unfinished(typed: str) -> str:
    """The query in which the last word may go on; a phrase in its quotes may not."""
    return f"{typed}*" if typed[-1:].isalnum() else typed


@lru_cache(maxsize=256)
def wanted(typed: str, synonyms: tuple[str, ...] = ()) -> Wanted | None:
    """None where no word is asked for. Beside each abbreviation stands what it means."""
    tree = parse(unfinished(nfc(typed).strip()))
    if tree is None:
        return None
    phrases = tuple(dict.fromkeys(_phrases(with_synonyms(tree, table(synonyms)))))[:MOST_PHRASES]
    # longer ones first: a phrase's words may be wanted alone too
    ordered = sorted(phrases, key=lambda phrase: -len(phrase.words))
    either = "|".join(_expression(phrase) for phrase in ordered)
    return Wanted(phrases, re.compile(rf"(?<![^\W_])(?:{either})(?![^\W_])")) if phrases else None


def _phrases(node: Node) -> list[Phrase]:
    if isinstance(node, Phrase):
        return [node]
    if isinstance(node, Without):
        return []
    return [phrase for part in node.parts for phrase in _phrases(part)]


def _answers(phrase: Phrase, there: list[Word]) -> bool:
    if len(there) != len(phrase.words):
        return False
    *pairs, (typed, found) = zip(phrase.words, there, strict=True)
    if not all(_is(one, other) for one, other in pairs):
        return False
    return _is(typed, found) or (phrase.unfinished and _begins(typed, found))


def _is(typed: Word, found: Word) -> bool:
    return typed.folded == found.folded and bool(agreement(typed.marked, found.marked))


def _begins(typed: Word, found: Word) -> bool:
    return any(
        found.folded.startswith(start.folded) and agreement(start.marked, found.marked)
        for start in beginnings(typed)
    )


def _expression(phrase: Phrase) -> str:
    found = BETWEEN.join(_word(word.folded) for word in phrase.words)
    return rf"{found}[^\W_]*" if phrase.unfinished else found


def _word(folded: str) -> str:
    """The word with any marks, in any case; a number also with zeros before it."""
    letters = "".join(_letter(char) for char in folded)
    return f"0*{letters}" if folded.isdecimal() else letters


@lru_cache(maxsize=256)
def _letter(char: str) -> str:
    same = I_AND_Y if char in I_AND_Y else char
    return f"[{''.join(_marked().get(one, re.escape(one)) for one in same)}]"


@lru_cache(maxsize=1)
def _marked() -> dict[str, str]:
    """Each letter with the letters that fold to it: ``d`` gives dDđĐ and the look-alikes of đ."""
    found: dict[str, str] = {}
    for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)):
        char = chr(code)
        if unicodedata.category(char)[0] == "L" and len(base := fold(char)) == 1:
            base = {"ð": "d", "ɖ": "d"}.get(base, base)
            found[base] = found.get(base, "") + char
    return found
