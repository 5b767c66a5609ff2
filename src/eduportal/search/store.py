"""The entries and their sets of records, to be read by the evaluation of a query."""

from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from collections.abc import Callable
from collections.abc import Hashable
from collections.abc import Iterator
from eduportal.search import postings
from eduportal.search.entries import LAST
from eduportal.search.entries import NUMBER
from eduportal.search.entries import Place
from eduportal.search.entries import bare_word
from eduportal.search.entries import beginnings
from eduportal.search.entries import marked_spelling
from eduportal.search.entries import spellings
from eduportal.search.memory import MEMORY
from eduportal.search.records import records
from pyroaring import FrozenBitMap
from typing import Any

AFTER_SPACE = "!"


class Store:
    """A view of an index's two trees: entry to records, record to entries.

    ``seen`` names the committed state of the index, if it is one; what was read of it is kept in
    this process's memory for the next query.
    """

    def __init__(self, sets: OOBTree, written: IOBTree, seen: Hashable | None = None) -> None:
        self._sets = sets
        self._written = written
        self._seen = seen
        self._known: dict[Hashable, Any] = {}

    def once(self, key: Hashable, read: Callable[[], Any]) -> Any:
        """What ``read`` gives, read once only: a query asks for the same words several times."""
        found = self._known.get(key)
        if found is None and self._seen is not None:
            found = MEMORY.get((self._seen, key))
        if found is None:
            found = read()
            if self._seen is not None:
                MEMORY.keep((self._seen, key), found)
        self._known[key] = found
        return found

    def everything(self) -> FrozenBitMap:
        """All records of the index."""
        return self.once("everything", lambda: records(list(self._written)))

    def spellings(self, place: Place, folded: str) -> Iterator[tuple[str, postings.Posting]]:
        """The marked spellings of a bare word, each with its records."""
        for key, posting in self._between(*spellings(place, folded)):
            yield marked_spelling(key), posting

    def beginnings(self, place: Place, folded: str) -> Iterator[tuple[str, postings.Posting]]:
        """The marked words whose bare letters begin so."""
        for key, posting in self._between(*beginnings(place, folded)):
            yield marked_spelling(key), posting

    def pair(self, place: Place, first: str, second: str, unfinished: bool) -> FrozenBitMap:
        """The records in which these two bare words follow each other."""
        key = f"{place.pair}{first} {second}"
        return self.once((key, unfinished), lambda: self._pair(key, unfinished))

    def _pair(self, key: str, unfinished: bool) -> FrozenBitMap:
        if unfinished:
            return self.union(posting for _key, posting in self._between(key, key + LAST))
        posting = self._sets.get(key)
        return self.union(() if posting is None else (posting,))

    def number(self, folded: list[str], unfinished: bool) -> tuple[FrozenBitMap, FrozenBitMap]:
        """The records that have this number, and those whose number begins so."""
        key = NUMBER + " ".join(folded)
        exact = self._sets.get(key)
        begun = [self._between(f"{key} ", f"{key}{AFTER_SPACE}")]
        if unfinished:
            begun.append(self._between(key, key + LAST))
        return (
            self.union(() if exact is None else (exact,)),
            self.union(posting for found in begun for _key, posting in found),
        )

    def bare_words(self, place: Place) -> Iterator[str]:
        """All words without their marks; each as often as it has spellings."""
        for key, _posting in self._between(place.word, place.word + LAST):
            yield bare_word(key)

    def union(self, found) -> FrozenBitMap:
        """All records of some sets."""
        return postings.union(found)

    def _between(self, first: str, behind: str):
        return self._sets.iteritems(min=first, max=behind, excludemax=True)
