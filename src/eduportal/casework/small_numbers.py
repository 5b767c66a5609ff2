"""Which figures are too small to stand alone: a neighbour who knows who applied could read them."""

from collections.abc import Hashable
from collections.abc import Mapping

LEAST = 5
"""Fewer cases than this never stand alone on a public page."""


def hidden(sizes: Mapping[Hashable, int], also: frozenset[Hashable] = frozenset()) -> set[Hashable]:
    """Those to be shown only in one sum, ``also`` among them in any case.

    The sum itself can be read off as the total less what is shown; where it would be too small, the
    smallest of the others joins it. All of them are hidden if the total is too small.
    """
    found = {key for key, size in sizes.items() if 0 < size < LEAST or (size and key in also)}
    others = sorted((key for key in sizes if key not in found and sizes[key]), key=sizes.get)
    while found and sum(sizes[key] for key in found) < LEAST and others:
        found.add(others.pop(0))
    return found
