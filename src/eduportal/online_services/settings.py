"""How many applications a form takes from one address; administrators change it in the registry."""

from eduportal import _
from plone.registry.interfaces import IRegistry
from zope import schema
from zope.component import getUtility
from zope.interface import Interface

PREFIX = "eduportal.online_services"


class IOnlineServicesSettings(Interface):
    """See ``profiles/default/registry/online_services.xml``.

    A computer room, and thousands of telephones of one operator, come from one address: the limit
    stops a machine, not a morning on which a year group is enrolled.
    """

    address_posts = schema.Int(
        title=_("Applications of one address for a service"), default=200, min=1
    )
    address_tries = schema.Int(
        title=_("Attempts of one address for a service"),
        description=_("Those that came back with a mistake are counted too."),
        default=1000,
        min=1,
    )
    address_megabytes = schema.Int(
        title=_("Megabytes of one address, all services together"),
        description=_("Of applications that were taken; a begun megabyte is counted whole."),
        default=3000,
        min=1,
    )
    address_minutes = schema.Int(title=_("Minutes they are counted in"), default=10, min=1)


def settings() -> IOnlineServicesSettings:
    """The portal's limits."""
    return getUtility(IRegistry).forInterface(IOnlineServicesSettings, prefix=PREFIX, check=False)
