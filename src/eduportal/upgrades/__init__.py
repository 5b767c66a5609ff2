"""What an existing portal needs to follow a newer version: dated, one purpose each.

A step is a module named by its day and purpose with one function, which it shares with the
installation, and an entry in ``configure.zcml``. Its version is its day and a number,
``2026112101``; the newest is the version of the profile. Every step can be run twice.
"""

from eduportal.upgrades.pending import Upgraded
from eduportal.upgrades.pending import upgrade

__all__ = ["Upgraded", "upgrade"]
