"""The search of the whole portal understands Vietnamese: text index, synonyms, their panel."""

from eduportal import search
from eduportal.upgrades.profile import apply_again
from plone import api


def run(setup_tool) -> None:
    """Exchange the text index and read every object into it."""
    apply_again(setup_tool)
    search.ensure_index(api.portal.get())
