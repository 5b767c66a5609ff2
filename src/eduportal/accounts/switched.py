"""Who is switched off, for rooms that name people or write to them."""

from dataclasses import dataclass
from eduportal.accounts.doorkeeper import doorkeeper
from plone import api


@dataclass(frozen=True)
class AccountSwitched:
    """An event: nobody signs in to the account any longer, or somebody does again."""

    user_id: str
    is_off: bool


def is_off(user_id: str) -> bool:
    """Whether the account of the present portal is switched off."""
    keeper = doorkeeper(api.portal.get())
    return keeper is not None and user_id in keeper.off
