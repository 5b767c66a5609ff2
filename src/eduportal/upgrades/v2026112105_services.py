"""Procedures, online services, cases."""

from eduportal.sections import english
from eduportal.sections import offer_later_types
from eduportal.sections import show_later_views
from eduportal.upgrades.profile import apply_again
from plone import api


def run(setup_tool) -> None:
    """Add the types, the officers' groups and the settings of services."""
    apply_again(setup_tool)
    offer_later_types()
    if show_later_views():
        english.settle(api.portal.get())
