"""Accounts of a portal's people: making and handing them over, signing in, the second factor."""

from eduportal.accounts.doorkeeper import doorkeeper
from eduportal.accounts.doorkeeper import ensure_doorkeeper
from eduportal.accounts.doorkeeper import remove_doorkeeper
from eduportal.accounts.switched import AccountSwitched
from eduportal.accounts.switched import is_off

__all__ = ["AccountSwitched", "doorkeeper", "ensure_doorkeeper", "is_off", "remove_doorkeeper"]
