"""Relations and validity over plone.restapi."""

from eduportal import _
from eduportal.content_types.official_document import numbers
from eduportal.content_types.official_document import validity
from eduportal.content_types.official_document.effects import boundaries_of
from eduportal.content_types.official_document.official_document import IOfficialDocument
from eduportal.content_types.official_document.picker import IDocuments
from eduportal.content_types.official_document.related import Related
from eduportal.content_types.official_document.related import groups
from eduportal.content_types.official_document.related import said
from eduportal.content_types.official_document.states import TITLES
from eduportal.interfaces import IEduportal
from plone import api
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.deserializer.dxfields import DefaultFieldDeserializer
from plone.restapi.interfaces import IFieldDeserializer
from plone.restapi.interfaces import IFieldSerializer
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.dxcontent import SerializeFolderToJson
from zope.component import adapter
from zope.component import getMultiAdapter
from zope.i18n import translate
from zope.interface import Interface
from zope.interface import implementer
import re

UID = re.compile(r"[0-9a-f]{32}")


@implementer(IFieldSerializer)
@adapter(IDocuments, IDexterityContent, Interface)
class DocumentsSerializer:
    """``{"@id", "UID", "number", "title", "issued_on"}`` for each document that may be seen.

    Plone's own answers with the titles of documents that the asker may not view.
    """

    def __init__(self, field, context, request) -> None:
        self.field, self.context = field, context

    def __call__(self) -> list[dict]:
        return [named(one) for one in said(self.context, self.field.__name__)]


@implementer(IFieldDeserializer)
@adapter(IDocuments, IDexterityContent, IEduportal)
class DocumentsDeserializer(DefaultFieldDeserializer):
    """Takes addresses, paths, UIDs, what a GET answered, and numbers as printed."""

    def __call__(self, value: object) -> list:
        given = value if isinstance(value, list) else [value]
        found = [self._one(one) for one in given if one not in (None, "")]
        unique = list({api.content.get_uuid(one): one for one in found}.values())
        self.field.validate(unique)
        return unique

    def _one(self, value: object) -> object:
        if isinstance(value, dict):
            value = value.get("@id") or value.get("UID") or value.get("number")
        if isinstance(value, str) and self._is_number(value):
            return self._numbered(value)
        stock = getMultiAdapter(
            (self.field.value_type, self.context, self.request), IFieldDeserializer
        )
        return stock(value)

    def _is_number(self, value: str) -> bool:
        return numbers.is_numbered(value) and not UID.fullmatch(value) and "://" not in value

    def _numbered(self, number: str) -> object:
        """Among those the asker may see: others are none of their business."""
        brains = api.portal.get_tool("portal_catalog")(
            portal_type="OfficialDocument", edu_number=numbers.key(number)
        )
        if len(brains) == 1:
            return brains[0].getObject()
        message = (
            _(
                "refused_ambiguous_number",
                default="Several documents have the number ${number}; name one by its address: "
                "${urls}.",
                mapping={"number": number, "urls": ", ".join(b.getURL() for b in brains)},
            )
            if brains
            else _(
                "refused_unknown_number",
                default="No document has the number ${number}.",
                mapping={"number": number},
            )
        )
        raise ValueError(translate(message, context=self.request))


@implementer(ISerializeToJson)
@adapter(IOfficialDocument, IEduportal)
class DocumentSerializer(SerializeFolderToJson):
    """The record with what is computed: ``validity`` and ``relations_back``."""

    def __call__(self, *args, **kwargs) -> dict:
        state = validity.of(boundaries_of(self.context), validity.today())
        return super().__call__(*args, **kwargs) | {
            "validity": {
                "token": state,
                "title": translate(TITLES[state], context=self.request),
            },
            "relations_back": {
                group.relation.token: [named(one) for one in group.documents]
                for group in groups(self.context)
                if group.back
            },
        }


def named(one: Related) -> dict:
    """How a document is named in the answer of another."""
    return {
        "@id": one.url,
        "UID": one.uid,
        "number": one.number,
        "title": one.title,
        "issued_on": one.issued_on.isoformat() if one.issued_on else None,
        "since": one.since.isoformat() if one.since else None,
    }
