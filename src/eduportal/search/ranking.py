"""The order of relevance: tiers of records, the best first."""

from collections.abc import Iterator
from eduportal.search.entries import TEXT
from eduportal.search.entries import TITLE
from eduportal.search.evaluate import Match
from eduportal.search.evaluate import adjacent
from eduportal.search.evaluate import match
from eduportal.search.records import EMPTY
from eduportal.search.store import Store
from eduportal.search.tree import Both
from eduportal.search.tree import Either
from eduportal.search.tree import Node
from eduportal.search.tree import Phrase
from eduportal.search.tree import Without
from eduportal.vietnamese import Word
from eduportal.vietnamese import words
from pyroaring import FrozenBitMap

NUMBER_WORD = words("số")[0].folded
LONGEST_NUMBER = 8
SHORTEST_CITED = 3
"""Number, year or kind, and authority; ``37/2020`` alone names nothing yet."""


def tiers(store: Store, node: Node, within: FrozenBitMap | None = None) -> tuple[FrozenBitMap, ...]:
    """What matches, in disjoint tiers; always as many of them, some perhaps empty.

    A number outranks all. A word spelled just as typed comes before one with other marks: of two
    words or more a title without marks still is a good answer, of one it is another word.
    """
    found = match(store, TEXT, node)
    cited = _cited(store, node)
    if cited:
        found = Match(found.all | cited, found.exact | cited)
    typed = list(_typed(node))
    if not (found.all if within is None else found.all & within):
        said = _said(store, typed)
        found = Match(said, said)
    if within is not None:
        found = Match(found.all & within, found.exact & within)
    if not found.all:
        return (EMPTY,) * LEVELS
    title = match(store, TITLE, node)
    title_near = adjacent(store, TITLE, node)
    title_phrase = title.all if title_near is None else title.all & title_near
    near = adjacent(store, TEXT, node)
    phrase = found.all if near is None else found.all & near
    same_number, begun = _numbered(store, typed, found.all)
    order = (
        same_number,
        begun,
        title_phrase & title.exact,
        title.exact,
        title_phrase if len(typed) > 1 else EMPTY,
        phrase & found.exact,
        found.exact,
        title.all,
        phrase,
        found.all,
    )
    left, disjoint = found.all, []
    for tier in order:
        disjoint.append(tier & left)
        left -= tier
    return tuple(disjoint)


LEVELS = 10


def _cited(store: Store, node: Node) -> FrozenBitMap:
    """The records whose whole number is among the words: that is a citation, with words around it.

    ``Thông tư số 37/2020/TT-BGDĐT ngày 05/10/2020 của Bộ`` has words that no record has.
    """
    parts = node.parts if isinstance(node, Both) else (node,)
    found = EMPTY
    for part in parts:
        for phrase in part.parts if isinstance(part, Either) else (part,):
            if isinstance(phrase, Phrase) and len(phrase.words) >= SHORTEST_CITED:
                found |= store.number([word.folded for word in phrase.words], False)[0]
    return found


def _said(store: Store, typed: list[tuple[Word, bool]]) -> FrozenBitMap:
    """The records of the number that was said: ``so 37 cong khai``, where no text has all words.

    Who knows a number means that document, and describes it as they remember it.
    """
    for before, (word, _unfinished) in zip(typed, typed[1:], strict=False):
        if before[0].folded == NUMBER_WORD and word.folded.isdecimal():
            same, begun = store.number([word.folded], False)
            return same | begun
    return EMPTY


def _typed(node: Node) -> Iterator[tuple[Word, bool]]:
    """The words in the order typed, and whether they may go on; of synonyms the typed one."""
    if isinstance(node, Phrase):
        last = len(node.words) - 1
        for place, word in enumerate(node.words):
            yield word, node.unfinished and place == last
    elif not isinstance(node, Without):
        for part in node.parts[:1] if isinstance(node, Either) else node.parts:
            yield from _typed(part)


def _numbered(
    store: Store, typed: list[tuple[Word, bool]], found: FrozenBitMap
) -> tuple[FrozenBitMap, FrozenBitMap]:
    """The records whose number was typed, and those whose number begins so.

    A lonely figure is one only if nothing else was typed or "số" stands before it: in ``lớp 5`` it
    is none.
    """
    for start, (word, _unfinished) in enumerate(typed):
        if not word.folded.isdecimal():
            continue
        alone = len(typed) == 1 or (start and typed[start - 1][0].folded == NUMBER_WORD)
        for end in range(min(len(typed), start + LONGEST_NUMBER), start + (0 if alone else 1), -1):
            run = [one.folded for one, _unfinished in typed[start:end]]
            same, begun = store.number(run, typed[end - 1][1])
            if (same | begun) & found:
                return same & found, begun & found
    return EMPTY, EMPTY
