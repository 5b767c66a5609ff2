"""The catalogue's answer to a typed text as bitmaps, for pages that count and sort them."""

from pyroaring import FrozenBitMap

INDEX = "SearchableText"


def ranked(catalog, typed: str) -> tuple[FrozenBitMap, ...] | None:
    """Disjoint tiers of records, the best first; () where nothing matches, None without words.

    Everything that matches is in them, whoever may see it: the caller keeps what is visible.
    """
    found = catalog._catalog.getIndex(INDEX).tiers(typed)
    return None if found is None else tuple(tier for tier in found if tier)
