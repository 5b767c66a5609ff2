"""What a visitor who found nothing may have meant: slips of the keyboard, glued words, marks.

Only words of records that this visitor may see are proposed, and only together as they answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from eduportal.search.entries import TEXT
from eduportal.search.evaluate import match
from eduportal.search.index import VietnameseTextIndex
from eduportal.search.relevance import INDEX
from eduportal.search.similar import similar
from eduportal.search.similar import splits
from eduportal.search.store import Store
from eduportal.search.tree import Phrase
from eduportal.vietnamese import Word
from eduportal.vietnamese import spans
from pyroaring import FrozenBitMap

MOST_WORDS = 12
"""A longer text is no slip of the keyboard."""
KEPT = 24
"""Beginnings of a proposal that are followed further."""
OTHER_MARKS = 0.5
FORGOTTEN_SPACE = 0.5
APART = 0.1
KNOWN = 1
"""What speaks against a proposal besides its slips of letters, which count 1 each.

``KNOWN``: a word that stands in a visible text is seldom a slip.
"""

Place = tuple[int, int, Word]
"""Where a typed word begins and ends, and what it is."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for the first typed words.

    ``words`` has for each of them the bare words it became; () where it stays as it was typed.
    """

    against: float
    records: FrozenBitMap
    words: tuple[tuple[str, ...], ...] = ()
    last: str = ""

    @property
    def order(self) -> tuple[float, int]:
        return self.against, -len(self.records)


def did_you_mean(catalog, typed: str, visible: FrozenBitMap) -> str:
    """A similar text that finds something, "" where ``typed`` does or nothing better is known."""
    index = catalog._catalog.getIndex(INDEX)
    places = list(spans(typed))
    if not isinstance(index, VietnameseTextIndex) or not 0 < len(places) <= MOST_WORDS:
        return ""
    if _answers(index, typed, visible):
        return ""
    store = index.store()
    best = _best(store, [word for _start, _end, word in places], visible)
    if best is None:
        return ""
    bare = [" ".join(words) for words in best.words]
    texts = (
        _in_place(typed, places, _spelled(store, best, places)),
        _in_place(typed, places, bare),
        # without quotes and signs between the words
        " ".join(
            new or typed[start:end] for new, (start, end, _) in zip(bare, places, strict=True)
        ),
    )
    return next((text for text in texts if _answers(index, text, visible)), "")


def _answers(index: VietnameseTextIndex, typed: str, visible: FrozenBitMap) -> bool:
    return any(tier & visible for tier in index.tiers(typed) or ())


def _best(store: Store, asked: list[Word], visible: FrozenBitMap) -> Proposal | None:
    proposals = [Proposal(0, visible)]
    for word in asked:
        options = list(_options(store, word, visible))
        longer = [one for before in proposals for one in _continued(store, before, word, options)]
        proposals = sorted(longer, key=lambda one: one.order)[:KEPT]
    # a text of which half would have to be other words is none that was meant
    return proposals[0] if proposals and proposals[0].against <= 2.5 + len(asked) / 3 else None


def _options(
    store: Store, word: Word, visible: FrozenBitMap
) -> Iterator[tuple[float, tuple[str, ...], FrozenBitMap]]:
    """What a typed word may stand for: what speaks against it, the bare words, their records."""
    as_typed = match(store, TEXT, Phrase((word,))).all & visible
    if as_typed:
        yield 0, (), as_typed
    known = store.once("bare words", lambda: frozenset(store.bare_words(TEXT)))
    # a register has more numbers than words, and none of them is meant
    letters = store.once("words of letters", lambda: frozenset(filter(str.isalpha, known)))
    for slips, bare in similar(word.folded, letters):
        found = _records(store, bare) & visible
        if found:
            known_word = KNOWN if slips and as_typed else 0
            yield (slips or OTHER_MARKS) + known_word, (bare,), found
    for pieces in splits(word.folded, known):
        found = visible
        for before, after in zip((None, *pieces), pieces, strict=False):
            near = store.pair(TEXT, before, after, False) if before else visible
            found = found & _records(store, after) & near
        if found:
            yield FORGOTTEN_SPACE * (len(pieces) - 1), pieces, found


def _continued(store: Store, before: Proposal, word: Word, options: list) -> Iterator[Proposal]:
    for against, bare, records in options:
        found = before.records & records
        if not found:
            continue
        first, last = (bare[0], bare[-1]) if bare else (word.folded, word.folded)
        near = not before.last or store.pair(TEXT, before.last, first, False) & found
        yield Proposal(
            before.against + against + (0 if near else APART), found, (*before.words, bare), last
        )


def _records(store: Store, bare: str) -> FrozenBitMap:
    return match(store, TEXT, Phrase((Word(bare, bare),))).all


def _spelled(store: Store, best: Proposal, places: list[Place]) -> list[str]:
    """The proposal with the marks that its records have most often; "" for words left as typed.

    Who typed no marks at all gets them for every word.
    """
    marked = any(word.marked != word.folded for _start, _end, word in places)
    spelled = []
    for words, (_start, _end, word) in zip(best.words, places, strict=True):
        bare = words if words or marked else (word.folded,)
        spelled.append(" ".join(_usual(store, one, best.records) for one in bare))
    return spelled


def _usual(store: Store, bare: str, records: FrozenBitMap) -> str:
    found = [
        (len(store.union((posting,)) & records), marked)
        for marked, posting in store.spellings(TEXT, bare)
    ]
    return max(found, default=(0, bare))[1]


def _in_place(typed: str, places: list[Place], words: list[str]) -> str:
    """The typed text with words replaced where there is something to put in their place."""
    for (start, end, _word), new in reversed(list(zip(places, words, strict=True))):
        if new:
            typed = typed[:start] + new + typed[end:]
    return typed.strip()
