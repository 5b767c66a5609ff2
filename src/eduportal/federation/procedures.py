"""Procedures that a unit offers its members by reference: one record, never copied.

Only what is public gets into the list, and whoever keeps it takes away at once what no longer is.
"""

from collections.abc import Sequence
from eduportal.federation import offers
from typing import Any

KEY = "_eduportal_shared_procedures"
MOST = 500


def share_procedures(portal, procedures: Sequence[dict[str, Any]]) -> None:
    """Replace what ``portal`` offers; nothing is written in vain.

    Plain values, among them ``path`` below the portal and ``since`` and ``until``: when it is
    public, as datetimes in UTC or None.
    """
    offers.share(portal, KEY, procedures[:MOST])


def parents_procedures(portal) -> list[dict[str, Any]]:
    """What the parent of this portal's unit offers now, each with its ``url``; nothing from a
    parent that is closed or elsewhere."""
    return offers.of_parent(portal, KEY)


def forget_procedures(portal) -> None:
    """Take away what a portal offered."""
    offers.forget(portal, KEY)


def deleted(site, event) -> None:
    """A portal was deleted: so is what it offered."""
    forget_procedures(site)
