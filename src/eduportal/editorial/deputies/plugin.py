"""The deputies of a portal, and their role inside their days.

They are kept in a plugin of the portal's user folder, which is asked for everybody's roles: nothing
has to happen on the day on which somebody becomes a deputy or ceases to be one.
"""

from AccessControl.class_init import InitializeClass
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from eduportal.editorial.history import HERE
from plone import api
from Products.PluggableAuthService.interfaces.plugins import IRolesPlugin
from Products.PluggableAuthService.plugins.BasePlugin import BasePlugin
from zope.interface import implementer

PLUGIN = "eduportal_deputies"
ROLE = "Reviewer"


@dataclass(frozen=True)
class Deputy:
    """``person`` (member id) stands in for ``chief`` from ``first`` to ``last``, both included."""

    person: str
    chief: str
    first: date
    last: date

    def on(self, day: date) -> bool:
        return self.first <= day <= self.last


@implementer(IRolesPlugin)
class DeputyRoles(BasePlugin):
    """Gives deputies the role of who approves, day by day in Vietnam's time."""

    meta_type = "Deputies of the chief editor"
    # rows of (person, chief, first, last), days as ISO text: nothing of ours but this class has a
    # name in the database
    rows: tuple[tuple[str, str, str, str], ...] = ()

    def getRolesForPrincipal(self, principal, request=None) -> tuple[str, ...]:
        """Part of PAS; asked on every request, for groups too."""
        return (ROLE,) if self.rows and principal.getId() in self.on(today()) else ()

    def on(self, day: date) -> list[str]:
        """Member ids of the deputies of a day."""
        return list(dict.fromkeys(d.person for d in self.deputies() if d.on(day)))

    def deputies(self) -> list[Deputy]:
        """All that are kept, in the order in which they were named."""
        return [
            Deputy(person, chief, date.fromisoformat(first), date.fromisoformat(last))
            for person, chief, first, last in self.rows
        ]

    def keep(self, deputies: list[Deputy]) -> None:
        """Replace what is kept."""
        self.rows = tuple(
            (d.person, d.chief, d.first.isoformat(), d.last.isoformat()) for d in deputies
        )


InitializeClass(DeputyRoles)


def today() -> date:
    """The day it is in Vietnam."""
    return datetime.now(HERE).date()


def plugin() -> DeputyRoles | None:
    """The portal's plugin; ``None`` where the kit's profile was not applied."""
    return api.portal.get_tool("acl_users").get(PLUGIN)


def deputies_today() -> list[str]:
    """Member ids of those who may approve as deputies today."""
    found = plugin()
    return found.on(today()) if found is not None else []


def ensure_plugin(portal) -> None:
    """Put the plugin into the portal's user folder; one that is there is left alone."""
    users = portal.acl_users
    if PLUGIN not in users:
        users._setObject(PLUGIN, DeputyRoles(PLUGIN))
    if PLUGIN not in users.plugins.listPluginIds(IRolesPlugin):
        users.plugins.activatePlugin(IRolesPlugin, PLUGIN)


def remove_plugin(portal) -> None:
    """Take it away, with the deputies it holds; safe to run again."""
    users = portal.acl_users
    if PLUGIN not in users:
        return
    if PLUGIN in users.plugins.listPluginIds(IRolesPlugin):
        users.plugins.deactivatePlugin(IRolesPlugin, PLUGIN)
    users._delObject(PLUGIN)
