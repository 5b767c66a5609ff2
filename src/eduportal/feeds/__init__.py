"""RSS of every list, and RSS from elsewhere as a block of the home page."""

from eduportal.feeds.copies import Copies
from eduportal.feeds.copies import folder

__all__ = ["Copies", "folder"]
