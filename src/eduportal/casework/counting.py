"""A portal's tallies: cases that are there and cases that have been purged."""

from collections.abc import Mapping
from eduportal import cases
from eduportal.casework.kept import of_purged
from eduportal.casework.tallies import Key
from eduportal.casework.tallies import Tally
from eduportal.casework.tallies import count
from eduportal.casework.tallies import together


def tallies(portal) -> Mapping[Key, Tally]:
    """Month and service -> numbers; read from the index, no case is loaded."""
    return together(count(cases.rows(portal)), of_purged(portal))
