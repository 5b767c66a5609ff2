"""Finished pages for visitors, kept in memory for as long as nothing they show has changed.

``touch`` and ``expires`` are what other rooms need: what a page shows and no catalogue knows of,
and how long a page is true.
"""

from eduportal.caching.generations import ensure
from eduportal.caching.generations import remove
from eduportal.caching.generations import seen_by_neighbours
from eduportal.caching.generations import touch
from eduportal.caching.lifetime import apart
from eduportal.caching.lifetime import expires
from eduportal.caching.settings import switch_off
from eduportal.caching.settings import switch_on
from eduportal.caching.state import state

__all__ = [
    "apart",
    "ensure",
    "expires",
    "remove",
    "seen_by_neighbours",
    "state",
    "switch_off",
    "switch_on",
    "touch",
]
