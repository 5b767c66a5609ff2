"""Accounts of a portal's people: making and handing them over, signing in, the second factor."""

from eduportal.accounts.doorkeeper import doorkeeper
from eduportal.accounts.doorkeeper import ensure_doorkeeper
from eduportal.accounts.doorkeeper import remove_doorkeeper

__all__ = ["doorkeeper", "ensure_doorkeeper", "remove_doorkeeper"]
