"""Abbreviations and what they stand for: a query for the one also finds the other.

Kept as lines that an administrator edits: ``GD&ĐT = GDĐT = giáo dục và đào tạo``.
"""

from collections import defaultdict
from collections.abc import Iterable
from eduportal.search.tree import Both
from eduportal.search.tree import Either
from eduportal.search.tree import Node
from eduportal.search.tree import Phrase
from eduportal.search.tree import Without
from eduportal.vietnamese import Word
from eduportal.vietnamese import agreement
from eduportal.vietnamese import words
from functools import cache
from functools import lru_cache
from pathlib import Path
import tomllib

SHIPPED = Path(__file__).parent / "data" / "synonyms.toml"
EQUAL = "="
MOST_WORDS = 12

Side = tuple[Word, ...]
Table = dict[str, list[tuple[Side, tuple[Side, ...]]]]
"""First bare word of a side: the side, and the others of its line; the longest side first."""


@cache
def shipped() -> tuple[str, ...]:
    """The lines that come with the kit."""
    found = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))["same"]
    return tuple(f" {EQUAL} ".join(sides) for sides in found)


def is_line(line: str) -> bool:
    """Whether a line names two things or more, each of one word up to twelve."""
    sides = [words(side) for side in line.split(EQUAL)]
    return len(sides) > 1 and all(0 < len(side) <= MOST_WORDS for side in sides)


@lru_cache(maxsize=64)
def table(lines: tuple[str, ...]) -> Table:
    """What is looked up while a query is read; a line that cannot be read is passed over."""
    found: Table = defaultdict(list)
    for line in filter(is_line, lines):
        sides = tuple(dict.fromkeys(tuple(words(side)) for side in line.split(EQUAL)))
        for side in sides:
            others = tuple(other for other in sides if other != side)
            found[side[0].folded].append((side, others))
    for sides in found.values():
        sides.sort(key=lambda one: -len(one[0]))
    return dict(found)


def with_synonyms(node: Node, known: Table) -> Node:
    """The query with the other names of what it names put beside each."""
    if isinstance(node, Without):
        return Without(with_synonyms(node.part, known))
    if isinstance(node, Either):
        return Either(tuple(with_synonyms(part, known) for part in node.parts))
    parts = node.parts if isinstance(node, Both) else (node,)
    replaced = tuple(_replaced(parts, known, MOST_WORDS))
    return replaced[0] if len(replaced) == 1 else Both(replaced)


def _replaced(parts: tuple[Node, ...], known: Table, longest: int) -> Iterable[Node]:
    at = 0
    while at < len(parts):
        part = parts[at]
        if not isinstance(part, Phrase):
            yield with_synonyms(part, known)
            at += 1
            continue
        count, length, others = _named(parts[at:], known, longest)
        if not count:
            yield part
            at += 1
            continue
        typed = tuple(_replaced(parts[at : at + count], known, length - 1))
        yield Either((_both(typed), *(Phrase(other) for other in others)))
        at += count


def _named(parts: tuple[Node, ...], known: Table, longest: int) -> tuple[int, int, tuple]:
    """How many parts make the longest name here, its words, and its other names; 0 for none."""
    first = parts[0]
    # who quotes wants these very words
    if first.quoted:
        return 0, 0, ()
    for side, others in known.get(first.words[0].folded, ()):
        if len(side) > longest:
            continue
        count = _length(parts, side)
        if count:
            return count, len(side), others
    return 0, 0, ()


def _length(parts: tuple[Node, ...], side: Side) -> int:
    """With how many whole parts the side begins and ends, 0 if it does not stand here."""
    at = 0
    for count, part in enumerate(parts, start=1):
        if not isinstance(part, Phrase) or part.quoted:
            return 0
        for typed in part.words:
            if at == len(side) or not _same(typed, side[at]):
                return 0
            at += 1
        if at == len(side):
            return count
    return 0


def _same(typed: Word, word: Word) -> bool:
    return typed.folded == word.folded and bool(agreement(typed.marked, word.marked))


def _both(parts: tuple[Node, ...]) -> Node:
    return parts[0] if len(parts) == 1 else Both(parts)
