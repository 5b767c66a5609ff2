"""Who works in the editorial room, and what people are called."""

from Acquisition import aq_base
from eduportal import _
from plone import api
from zope.i18nmessageid import Message

ROLES = frozenset({"Contributor", "Editor", "Reviewer", "Site Administrator", "Manager"})


def is_cashier(portal) -> bool:
    """Whether whoever is signed in confirms fees of applications."""
    return bool(api.user.has_permission("eduportal: Confirm payments", obj=portal))


def works_here(user) -> bool:
    """Whether the user has an editorial role in the portal or, by delegation, in a section."""
    if ROLES & set(user.getRoles()):
        return True
    principals = {user.getId(), *getattr(aq_base(user), "getGroups", tuple)()}
    return any(_delegated(section, principals) for section in sections())


def sections() -> list:
    """Every section of the portal, in both languages, the unit's own ones among them."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(portal_type="Section", sort_on="path")
    return [brain._unrestrictedGetObject() for brain in brains]


def name_of(user_id: str) -> str | Message:
    """What a person is called; an id that nobody has (any more) stands for itself."""
    if not user_id:
        return _("The system")
    user = api.user.get(userid=user_id)
    return (user and user.getProperty("fullname")) or user_id


def _delegated(section, principals: set[str]) -> bool:
    return any(who in principals and ROLES & set(given) for who, given in section.get_local_roles())
