"""The face: caching, look, home page, visit figures, sharing."""

from eduportal import caching
from eduportal.federation import share_news
from eduportal.upgrades.profile import apply_again
from plone import api


def run(setup_tool) -> None:
    """Add what the rooms of the face brought along."""
    apply_again(setup_tool)
    caching.switch_on()
    share_news(api.portal.get())
