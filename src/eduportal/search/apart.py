"""What may be looked for one by one where nothing has all the words typed."""

from eduportal.search.echo import shown
from eduportal.search.index import VietnameseTextIndex
from eduportal.search.relevance import INDEX
from eduportal.vietnamese import spans
from pyroaring import FrozenBitMap
from typing import NamedTuple
import re

MOST_WORDS = 8
MOST_PARTS = 3
BETWEEN = re.compile(r"[^\w/&-]+")


class Division(NamedTuple):
    """The first typed words in parts; the smallest tuple is the best."""

    left_out: int = 0
    count: int = 0
    longest: int = 0
    parts: tuple[tuple[int, int], ...] = ()


def in_parts(catalog, typed: str, visible: FrozenBitMap) -> list[str]:
    """``so 37``, ``cong khai`` for ``so 37 cong khai``; [] where something has all the words.

    Each part finds a record in ``visible``. A lonely syllable means nothing and is left out; a
    figure may be a number.
    """
    index = catalog._catalog.getIndex(INDEX)
    places = list(spans(typed))
    if not isinstance(index, VietnameseTextIndex) or not 1 < len(places) <= MOST_WORDS:
        return []
    slices = {
        (start, end): BETWEEN.sub(" ", typed[places[start][0] : places[end - 1][1]])
        for start in range(len(places))
        for end in range(start + 1, len(places) + 1)
    }
    found = {
        place: text
        for place, text in slices.items()
        if any(tier & visible for tier in index.tiers(text) or ())
    }
    if (0, len(places)) in found:
        return []
    parts = [
        found[start, end]
        for start, end in _divided(len(places), found).parts
        if end - start > 1 or places[start][2].folded.isdecimal()
    ]
    return [part for part in parts if shown(part)][:MOST_PARTS]


def _divided(length: int, found: dict[tuple[int, int], str]) -> Division:
    """Most words kept, in the fewest parts, of about the same length."""
    best = [Division()]
    for end in range(1, length + 1):
        before = best[-1]
        options = [before._replace(left_out=before.left_out + 1)]
        for start in range(end):
            if (start, end) in found:
                left_out, count, longest, parts = best[start]
                longest = max(longest, end - start)
                options.append(Division(left_out, count + 1, longest, (*parts, (start, end))))
        best.append(min(options))
    return best[-1]
