"""A portal's side of outgoing mail: its outbox, and the name and address it writes from."""

from Acquisition import aq_base
from eduportal.mail import settings
from eduportal.mail.outbox import Outbox
from eduportal.units.model import Unit
from persistent.mapping import PersistentMapping
from plone import api
from Products.MailHost.interfaces import IMailHost
from Products.MailHost.MailHost import MailHost
from zope.annotation.interfaces import IAnnotations
from zope.component import getSiteManager

WRITTEN = "eduportal.mail.sender"


def ensure_outbox(portal, unit: Unit) -> None:
    """Make ``portal`` queue its mail and write as ``unit``; run again it changes nothing.

    Name and address follow the unit until the portal's administrators set their own.
    """
    if not isinstance(aq_base(portal.MailHost), Outbox):
        portal._delObject("MailHost")
        portal._setObject("MailHost", Outbox("MailHost"))
    registered = getSiteManager(portal).queryUtility(IMailHost)
    if not isinstance(aq_base(registered), Outbox):
        _register(portal)
    _follow(portal, "plone.email_from_name", unit.name)
    _follow(portal, "plone.email_from_address", unit.email or _fallback(unit))


def remove_outbox(portal) -> None:
    """Give ``portal`` a plain MailHost again; name and address of the sender stay as they are."""
    if not isinstance(aq_base(portal.MailHost), Outbox):
        return
    portal._delObject("MailHost")
    portal._setObject("MailHost", MailHost("MailHost"))
    _register(portal)
    IAnnotations(portal).pop(WRITTEN, None)


def _register(portal) -> None:
    components = getSiteManager(portal)
    # five.localsitemanager registers past zope.interface's count of registrations, and the next
    # one in the same process fails on the stale count: let it be counted anew
    aq_base(components)._v_utility_registrations_cache = None
    components.registerUtility(portal.MailHost, IMailHost)


def _follow(portal, record: str, value: str) -> None:
    """Write ``value`` where nothing is set, or where what is set was written here."""
    annotations = IAnnotations(portal)
    written = annotations.get(WRITTEN, {})
    present = api.portal.get_registry_record(record)
    if not value or present == value or (present and present != written.get(record)):
        return
    if WRITTEN not in annotations:
        annotations[WRITTEN] = PersistentMapping()
    annotations[WRITTEN][record] = value
    api.portal.set_registry_record(record, value)


def _fallback(unit: Unit) -> str:
    """The address of a unit without a mailbox, on the instance's own domain."""
    domain = settings.load().sender_domain
    return f"{unit.id}@{domain}" if domain else ""
