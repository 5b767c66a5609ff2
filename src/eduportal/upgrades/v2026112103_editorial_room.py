"""The editorial room: its steps, desk, records and what existing content needs for them."""

from eduportal.editorial import refresh_mappings
from eduportal.sections import offer_later_types
from eduportal.upgrades.profile import apply_again
from plone import api


def run(setup_tool) -> None:
    """Add what the rooms of the editorial board brought along."""
    apply_again(setup_tool)
    offer_later_types()
    refresh_mappings(api.portal.get())
