"""Fetching what is due: the work of ``eduportal feeds fetch``; opens no database."""

from collections.abc import Callable
from collections.abc import Iterator
from eduportal.feeds.addresses import allowed
from eduportal.feeds.copies import Copies
from eduportal.feeds.copies import Copy
from eduportal.feeds.fetching import fetch
from functools import partial
from pathlib import Path
import time

SETTINGS = "feeds.toml"
"""In ``$VAR``, of the instance's owner: ``allow``, internal servers that may be asked."""


def gather(var: Path, now: Callable[[], float] = time.time) -> Iterator[Copy]:
    """Try each feed that is due, one after the other."""
    copies = Copies(var / "feeds", now)
    ask = partial(fetch, allow=allowed(var / SETTINGS))
    for address in copies.due():
        yield copies.update(address, ask)
