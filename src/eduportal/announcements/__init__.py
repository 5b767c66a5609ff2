"""Notices with urgency: shown first, with a badge, for as long as they are news."""

from eduportal.announcements.urgent import first_urgent
from eduportal.announcements.urgent import is_urgent
from eduportal.announcements.urgent import urgent

__all__ = ["first_urgent", "is_urgent", "urgent"]
