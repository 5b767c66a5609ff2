"""The face: caching, look, home page, visit figures, sharing."""

from eduportal.upgrades.profile import apply_again


def run(setup_tool) -> None:
    """Add what the rooms of the face brought along."""
    apply_again(setup_tool)
