"""Documents that a unit offers its members by reference.

Only what is public gets into the list, and whoever keeps it takes away at once what no longer is.
"""

from collections.abc import Sequence
from eduportal.federation import offers
from typing import Any

KEY = "_eduportal_shared_documents"
MOST = 20


def share_documents(portal, documents: Sequence[dict[str, Any]]) -> None:
    """Replace what ``portal`` offers; the first twenty are kept, nothing is written in vain.

    A site that is no unit's portal, or no longer, offers nothing.
    Each is ``{"number", "title", "title_en", "issued_on", "path", "since", "until"}``: a date or
    None, the path below the portal, and the time it is public in as datetimes in UTC or None.
    """
    offers.share(portal, KEY, documents[:MOST])


def parents_documents(portal, most: int) -> list[dict[str, Any]]:
    """What the parent of this portal's unit offers now, each with its ``url``; nothing from a
    parent that is closed or elsewhere."""
    return offers.of_parent(portal, KEY)[:most]


def forget_documents(portal) -> None:
    """Take away what a portal offered."""
    offers.forget(portal, KEY)


def deleted(site, event) -> None:
    """A portal was deleted: so is what it offered."""
    forget_documents(site)
