"""Which catalogue entries are urgent today."""

from collections.abc import Iterable
from DateTime import DateTime
from eduportal.announcements.behavior import URGENT
from plone import api

DAYS = 7
"""How long a notice without an expiration date stays first: nobody remembers to calm it down."""
MOST = 20
NO_END = 2400
"""Plone gives what never expires a date in 2499."""


def is_urgent(brain, now: DateTime | None = None) -> bool:
    """Marked as urgent, published, and not over yet."""
    if brain.edu_urgency != URGENT or brain.review_state != "published":
        return False
    now = now or DateTime()
    if brain.expires and brain.expires.year() < NO_END:
        return brain.expires > now
    return brain.effective > now - DAYS


def urgent(**query) -> list:
    """Entries that are urgent today, the newest first."""
    brains = api.portal.get_tool("portal_catalog").searchResults(
        edu_urgency=URGENT,
        review_state="published",
        sort_on="effective",
        sort_order="descending",
        sort_limit=MOST,
        **query,
    )[:MOST]
    now = DateTime()
    return [brain for brain in brains if is_urgent(brain, now)]


def first_urgent(brains: Iterable, limit: int, **query) -> list:
    """At most ``limit`` entries, led by what is urgent among ``query``; none stands twice."""
    first = urgent(**query)
    seen = {brain.getRID() for brain in first}
    return [*first, *(brain for brain in brains if brain.getRID() not in seen)][:limit]
