"""What a service's fields are chosen from."""

from eduportal import _
from plone import api
from plone.app.content.browser.vocabulary import PERMISSIONS
from zope.interface import implementer
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary

KINDS = {"form": _("A form of this portal"), "link": _("Elsewhere, a link leads there")}
SCHEMES = {"full": _("Fully online"), "partial": _("Partly online")}
RESULT_WAYS = {
    "online": _("Online, on the page of the case"),
    "in-person": _("In person, at the unit"),
    "post": _("By post"),
    "email": _("By e-mail"),
}
FACTORS = {"phone": _("Telephone number"), "birth_date": _("Date of birth")}
EXTENSIONS = {
    "pdf": "PDF",
    "jpg": _("Picture (JPEG)"),
    "png": _("Picture (PNG)"),
    "heic": _("Picture of an iPhone (HEIC)"),
    "docx": "Word (DOCX)",
    "odt": "LibreOffice (ODT)",
    "xlsx": "Excel (XLSX)",
}


# Vocabularies are read over REST by everybody unless they say otherwise; these are people.
PERMISSIONS["eduportal.service_officers"] = "eduportal: Manage services"


@implementer(IVocabularyFactory)
class Fixed:
    """Tokens with their names."""

    def __init__(self, named: dict[str, str]) -> None:
        self.named = named

    def __call__(self, context) -> SimpleVocabulary:
        return SimpleVocabulary([SimpleTerm(key, key, name) for key, name in self.named.items()])


kinds = Fixed(KINDS)
schemes = Fixed(SCHEMES)
result_ways = Fixed(RESULT_WAYS)
factors = Fixed(FACTORS)
extensions = Fixed(EXTENSIONS)


@implementer(IVocabularyFactory)
class Records:
    """The portal's content of one type by UID, whatever its state, that the editor may see."""

    def __init__(self, portal_type: str) -> None:
        self.portal_type = portal_type

    def __call__(self, context) -> SimpleVocabulary:
        brains = api.content.find(portal_type=self.portal_type, sort_on="sortable_title")
        return SimpleVocabulary([SimpleTerm(b.UID, b.UID, b.Title) for b in brains])


procedures = Records("Procedure")
seasons = Records("AdmissionSeason")


@provider(IVocabularyFactory)
def officers(context) -> SimpleVocabulary:
    """Groups and users with the role Case Officer, and the members of such groups."""
    acl_users = api.portal.get_tool("acl_users")
    found: dict[str, str] = {}
    for principal_id, title in acl_users.portal_role_manager.listAssignedPrincipals("Case Officer"):
        group = api.group.get(groupname=principal_id)
        found[principal_id] = (group and group.getProperty("title")) or title
        for user in api.user.get_users(group=group) if group else ():
            found[user.getId()] = user.getProperty("fullname") or user.getId()
    return SimpleVocabulary([SimpleTerm(key, key, name) for key, name in found.items()])
