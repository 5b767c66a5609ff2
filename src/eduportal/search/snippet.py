"""The place of a long text that answers a query best, with the words that answer it."""

from bisect import bisect_left
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from eduportal.search.pattern import Wanted
from eduportal.search.pattern import wanted
from eduportal.search.settings import synonyms
from eduportal.vietnamese import nfc
from itertools import accumulate
from itertools import islice
from itertools import pairwise
from typing import NamedTuple

LENGTH = 240
LONGEST_TEXT = 400_000
"""Letters that are looked at; the index reads no more either."""
MOST_FOUND = 400
"""A text with more answers than these has a good place among them."""
LEAD = 60
"""Letters before the first marked word, so that it is read in its sentence."""
BESIDE = 2
"""Letters between words that stand beside each other: a space, a comma and a space."""
CUT = "…"


class Mark(NamedTuple):
    """Where a word or phrase of the query stands; ``part`` says which."""

    start: int
    end: int
    part: int


def snippet(text: str, typed: str, length: int = LENGTH) -> list[tuple[str, bool]]:
    """Pieces of the best window of ``text``, True where a word of the query is answered.

    Marks, tone placement, y and i, numbers and unfinished last words count as in the search. The
    window holds the most different words of the query; without any, the text's beginning is given.
    """
    plain = nfc(text[:LONGEST_TEXT])
    marks = list(islice(_marks(plain, wanted(typed, synonyms())), MOST_FOUND))
    start, end = _window(plain, marks, length)
    inside = marks[bisect_left(marks, (start,)) : bisect_right(marks, (end,))]
    return list(_joined(_pieces(plain, start, end, inside)))


def _marks(text: str, query: Wanted | None) -> Iterator[Mark]:
    if query is None:
        return
    for found in query.pattern.finditer(text):
        part = query.answered(found[0])
        if part is not None:
            yield Mark(found.start(), found.end(), part)


def _window(text: str, marks: list[Mark], length: int) -> tuple[int, int]:
    """Start and end of the window, at borders of words."""
    first, last = _densest(marks, length)
    if first is None:
        start = 0
    else:
        spare = length - (last.end - first.start)
        start = max(0, first.start - min(LEAD, max(spare, 0) // 2))
    end = min(len(text), max(start + length, last.end if last else 0))
    # near its end a text has room before the marked words instead of behind them
    start = _word_start(text, max(0, min(start, end - length)), first.start if first else start)
    return start, _word_end(text, end, last.end if last else start)


def _densest(marks: list[Mark], length: int) -> tuple[Mark | None, Mark | None]:
    """First and last mark of the window with most parts of the query, then most side by side."""
    beside = [0, *accumulate(_beside(one, other) for one, other in pairwise(marks))]
    inside: Counter[int] = Counter()
    best, chosen, end = (0, 0), (None, None), 0
    for at, mark in enumerate(marks):
        while end < len(marks) and (end <= at or marks[end].end - mark.start <= length):
            inside[marks[end].part] += 1
            end += 1
        score = (len(inside), beside[end - 1] - beside[at])
        if score > best:
            best, chosen = score, (mark, marks[end - 1])
        inside[mark.part] -= 1
        if not inside[mark.part]:
            del inside[mark.part]
    return chosen


def _beside(one: Mark, other: Mark) -> bool:
    return other.part == one.part + 1 and other.start - one.end <= BESIDE


def _word_start(text: str, start: int, limit: int) -> int:
    """The next start of a word, but not behind ``limit``."""
    if start == 0 or text[start - 1].isspace():
        return start
    while start < limit and not text[start - 1].isspace():
        start += 1
    return start


def _word_end(text: str, end: int, limit: int) -> int:
    """The last end of a word before, but not before ``limit``."""
    if end >= len(text) or text[end].isspace():
        return end
    back = end
    while back > limit and not text[back - 1].isspace():
        back -= 1
    # one endless word is cut where it is
    return back if back > limit else max(end, limit)


def _pieces(text: str, start: int, end: int, marks: list[Mark]) -> Iterator[tuple[str, bool]]:
    if text[:start].strip():
        yield CUT, False
    at = start
    for mark in marks:
        if mark.end > end:
            break
        yield text[at : mark.start], False
        yield text[mark.start : mark.end], True
        at = mark.end
    yield text[at:end].rstrip(), False
    if text[end:].strip():
        yield CUT, False


def _joined(pieces: Iterator[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """Line ends and runs of spaces as one space; neighbours of one kind together."""
    kept, marked = "", False
    for piece, mark in pieces:
        if mark != marked and kept:
            yield _spaced(kept), marked
            kept = ""
        marked = mark
        kept += piece
    if kept.strip():
        yield _spaced(kept), marked


def _spaced(piece: str) -> str:
    inner = " ".join(piece.split())
    before = " " if piece[:1].isspace() else ""
    after = " " if inner and piece[-1:].isspace() else ""
    return f"{before}{inner}{after}"
