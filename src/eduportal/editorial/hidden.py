"""What visitors do not learn: addresses of what they may not see, and authors' login names."""

from eduportal.interfaces import IEduportal
from plone import api
from plone.app.dexterity.behaviors.metadata import IOwnership
from plone.app.uuid.browser import RedirectToUUIDView
from plone.app.uuid.utils import uuidToObject
from plone.dexterity.interfaces import IDexterityContent
from plone.outputfilters.browser.resolveuid import ResolveUIDView
from plone.restapi.interfaces import IFieldSerializer
from plone.restapi.interfaces import ISerializeToJsonSummary
from plone.restapi.serializer.dxfields import CollectionFieldSerializer
from plone.restapi.serializer.summary import DefaultJSONSummarySerializer
from zExceptions import NotFound
from zope.component import adapter
from zope.interface import Interface
from zope.interface import implementer
from zope.schema.interfaces import ITuple

LOGINS = ("Creator", "creators", "listCreators")
"""Columns of the catalogue that hold login names."""


def _seen(uid: str | None) -> bool:
    """Plone resolves an id for everybody, and the address it answers with tells the title."""
    if not uid:
        return False
    content = uuidToObject(uid, unrestricted=True)
    return content is not None and bool(api.user.has_permission("View", obj=content))


class ResolveSeen(ResolveUIDView):
    """``resolveuid/<uid>``: 404 for what one may not see, as for an id that does not exist."""

    def __call__(self) -> str:
        if not _seen(self.uuid):
            raise NotFound("The link you followed is broken")
        return super().__call__()


class RedirectToSeen(RedirectToUUIDView):
    """``@@redirect-to-uuid/<uid>``, likewise."""

    def __call__(self) -> str:
        if not _seen(self.uuid):
            raise NotFound("The link you followed is broken")
        return super().__call__()


def may_know_logins() -> bool:
    """Members of the board; a login name is half of what a sign-in asks for."""
    return not api.user.is_anonymous()


@implementer(IFieldSerializer)
@adapter(ITuple, IDexterityContent, IEduportal)
class CreatorsSerializer(CollectionFieldSerializer):
    """plone.restapi's ``creators``: an empty list for visitors; every other tuple as it is."""

    def __call__(self):
        creators = self.field.__name__ == "creators" and self.field.interface.isOrExtends(
            IOwnership
        )
        return [] if creators and not may_know_logins() else super().__call__()


@implementer(ISerializeToJsonSummary)
@adapter(Interface, IEduportal)
class Summary(DefaultJSONSummarySerializer):
    """Rows of listings and searches over plone.restapi, without login names for visitors."""

    def metadata_fields(self):
        fields = super().metadata_fields()
        return fields if may_know_logins() else set(fields) - set(LOGINS)
