"""What the uninstall profile cannot say in XML.

Content stays, and so do the people's groups, the language folders, the cases and what visitors
sent: they belong to the unit. Applying the default profile again finds them.
"""

from eduportal import accounts
from eduportal import alerts
from eduportal import caching
from eduportal import cases
from eduportal import clock
from eduportal import federation
from eduportal import fulltext
from eduportal import look
from eduportal import notifications
from eduportal import search
from eduportal import visits
from eduportal.editorial import hand_over
from eduportal.editorial import remove_plugin
from eduportal.feedback.readers import ROLE
from eduportal.mail.portal import remove_outbox
from eduportal.safety import sign_in
from eduportal.units.settings import PREFIX
from plone import api
from plone.registry.interfaces import IRegistry
from zope.component import getUtility

TYPES = (
    "AdmissionSeason",
    "Album",
    "Case",
    "FormTemplate",
    "OfficialDocument",
    "Procedure",
    "Resource",
    "Section",
    "Service",
    "Topic",
)


def take_away(setup_tool) -> None:
    """Post handler of the profile ``eduportal:uninstall``; safe to run again."""
    portal = api.portal.get()
    federation.forget(portal)
    federation.forget_documents(portal)
    federation.forget_procedures(portal)
    federation.forget_news(portal)
    alerts.forget(portal)
    clock.forget(portal)
    notifications.forget(portal)
    visits.forget(portal)
    look.remove(portal)
    fulltext.remove_queue(portal)
    fulltext.remove_wishes(portal)
    search.give_back_index(portal)
    hand_over(portal)
    cases.remove_office(portal)
    remove_plugin(portal)
    remove_outbox(portal)
    sign_in.share_cookie(portal)
    accounts.remove_doorkeeper(portal)
    if ROLE in portal.valid_roles():
        portal._delRoles([ROLE])
    caching.switch_off()
    caching.remove(portal)
    _remove_records()
    _remove_unused_types()
    setup_tool.unsetLastVersionForProfile("eduportal:default")


def _remove_records() -> None:
    records = getUtility(IRegistry).records
    prefix = PREFIX.partition(".")[0]
    for name in [name for name in records if name.startswith(f"{prefix}.")]:
        del records[name]


def _remove_unused_types() -> None:
    """A type without content goes; one with content stays, closed to new content."""
    types = api.portal.get_tool("portal_types")
    catalog = api.portal.get_tool("portal_catalog")
    used = catalog.uniqueValuesFor("portal_type")
    for name in TYPES:
        if name in types and name not in used:
            types._delObject(name)
