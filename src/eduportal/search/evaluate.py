"""Which records match a query: sets only, no record is looked into."""

from collections.abc import Iterable
from collections.abc import Iterator
from eduportal.search.entries import TEXT
from eduportal.search.entries import Place
from eduportal.search.records import EMPTY
from eduportal.search.store import Store
from eduportal.search.tree import Both
from eduportal.search.tree import Either
from eduportal.search.tree import Node
from eduportal.search.tree import Phrase
from eduportal.search.tree import Without
from eduportal.vietnamese import Word
from eduportal.vietnamese import agreement
from eduportal.vietnamese import beginnings
from itertools import pairwise
from itertools import product
from pyroaring import FrozenBitMap
from typing import NamedTuple


class Match(NamedTuple):
    """Records that match, and those among them that have each word spelled just as typed."""

    all: FrozenBitMap
    exact: FrozenBitMap


def match(store: Store, place: Place, node: Node) -> Match:
    """The records whose text, or title, answers to the query."""
    if isinstance(node, Phrase):
        return _phrase(store, place, node)
    if isinstance(node, Without):
        # what is excluded is excluded wherever it stands
        rest = store.everything() - match(store, TEXT, node.part).all
        return Match(rest, rest)
    found = (match(store, place, part) for part in node.parts)
    return _any(found) if isinstance(node, Either) else _every(found)


def _any(found: Iterable[Match]) -> Match:
    sets = list(found)
    return Match(
        FrozenBitMap.union(EMPTY, *(one.all for one in sets)),
        FrozenBitMap.union(EMPTY, *(one.exact for one in sets)),
    )


def _every(found: Iterable[Match]) -> Match:
    common: Match | None = None
    for one in found:
        common = one if common is None else Match(common.all & one.all, common.exact & one.exact)
        if not common.all:
            break
    return common or Match(EMPTY, EMPTY)


def _phrase(store: Store, place: Place, phrase: Phrase) -> Match:
    common = _every(_words(store, place, phrase))
    pairs = list(pairwise(word.folded for word in phrase.words))
    for number, (first, second) in enumerate(pairs, start=1):
        if not common.all:
            break
        near = store.pair(place, first, second, phrase.unfinished and number == len(pairs))
        common = Match(common.all & near, common.exact & near)
    return common


def _words(store: Store, place: Place, phrase: Phrase) -> Iterator[Match]:
    *complete, last = phrase.words
    for word in complete:
        yield _word(store, place, word)
    yield _unfinished(store, place, last) if phrase.unfinished else _word(store, place, last)


def _word(store: Store, place: Place, word: Word) -> Match:
    return store.once((place.word, word), lambda: _complete(store, place, word))


def _unfinished(store: Store, place: Place, word: Word) -> Match:
    return store.once((place.word, word, "*"), lambda: _begun(store, place, word))


def _complete(store: Store, place: Place, word: Word) -> Match:
    """A word without marks stands for all its spellings, each as good as the other."""
    bare = word.marked == word.folded
    same, similar = [], []
    for marked, posting in store.spellings(place, word.folded):
        level = 2 if bare else agreement(word.marked, marked)
        if level:
            (same if level == 2 else similar).append(posting)
    exact = store.union(same)
    return Match(exact | store.union(similar) if similar else exact, exact)


def _begun(store: Store, place: Place, word: Word) -> Match:
    bare = word.marked == word.folded
    longer = [
        posting
        for start in beginnings(word)
        for marked, posting in store.beginnings(place, start.folded)
        if bare or agreement(start.marked, marked)
    ]
    complete = _word(store, place, word)
    return Match(complete.all | store.union(longer), complete.exact)


def adjacent(store: Store, place: Place, node: Node) -> FrozenBitMap | None:
    """The records in which the query's parts follow each other; None for a query of one part."""
    if not isinstance(node, Both):
        return None
    parts = [part for part in node.parts if not isinstance(part, Without)]
    near = None
    for before, after in pairwise(parts):
        found = FrozenBitMap.union(
            EMPTY,
            *(
                store.pair(place, first, second, unfinished)
                for (first, _), (second, unfinished) in product(_ends(before), _starts(after))
            ),
        )
        near = found if near is None else near & found
        if not near:
            break
    return near


def _starts(node: Node) -> list[tuple[str, bool]]:
    """The bare words with which a part may begin, and whether they may go on."""
    if isinstance(node, Phrase):
        return [(node.words[0].folded, node.unfinished and len(node.words) == 1)]
    if isinstance(node, Either):
        return [start for part in node.parts for start in _starts(part)]
    return [] if isinstance(node, Without) else _starts(node.parts[0])


def _ends(node: Node) -> list[tuple[str, bool]]:
    """The bare words with which a part may end."""
    if isinstance(node, Phrase):
        return [(node.words[-1].folded, node.unfinished)]
    if isinstance(node, Either):
        return [end for part in node.parts for end in _ends(part)]
    return [] if isinstance(node, Without) else _ends(node.parts[-1])
