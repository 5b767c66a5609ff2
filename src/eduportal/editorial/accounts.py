"""A Manager's account is not a unit administrator's to change.

Plone refuses roles, passwords and deletion, but lets "User information" set another e-mail
address, to which a new password can then be sent.
"""

from eduportal import _
from eduportal.editorial.limits import refuse_administrator
from Products.PluggableAuthService.interfaces.events import IPropertiesUpdatedEvent
from zope.component import adapter


@adapter(IPropertiesUpdatedEvent)
def keep_managers_accounts(event: IPropertiesUpdatedEvent) -> None:
    """Refuse a changed name, address or other property of somebody who is Manager."""
    if "Manager" in event.principal.getRoles():
        refuse_administrator(
            _(
                "refused_managers_account",
                default="Only an administrator of the whole system changes this account.",
            )
        )
