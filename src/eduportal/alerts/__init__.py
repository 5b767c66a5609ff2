"""Saved searches: new documents that match are told by mail to who asked and confirmed."""

from eduportal.alerts.digest import Report
from eduportal.alerts.digest import send
from eduportal.alerts.store import forget
from eduportal.alerts.store import forget_address

__all__ = ["Report", "forget", "forget_address", "send"]
