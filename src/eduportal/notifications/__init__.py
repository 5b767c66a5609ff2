"""Mails to the people of the board: what waits for them, what became of their texts."""

from eduportal.notifications.basket import together
from eduportal.notifications.digest import Report
from eduportal.notifications.digest import send_digests
from eduportal.notifications.store import forget

__all__ = ["Report", "forget", "send_digests", "together"]
