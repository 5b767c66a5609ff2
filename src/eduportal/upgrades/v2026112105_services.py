"""Procedures, online services, cases."""

from eduportal.sections import offer_later_types
from eduportal.upgrades.profile import apply_again


def run(setup_tool) -> None:
    """Add the types, the officers' groups and the settings of services."""
    apply_again(setup_tool)
    offer_later_types()
