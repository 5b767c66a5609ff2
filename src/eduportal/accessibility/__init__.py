"""The statement on accessibility: the standard, the last check, whom to tell of a barrier."""

from eduportal.accessibility.check import Check
from eduportal.accessibility.check import last_check
from eduportal.accessibility.check import written

__all__ = ["Check", "last_check", "written"]
