"""Attachments over plone.restapi: read as a list, written as a list, in one order."""

from eduportal import _
from eduportal.attachments.behavior import Attachment
from eduportal.attachments.behavior import IAttachmentsField
from eduportal.attachments.behavior import attached
from eduportal.attachments.behavior import seen
from eduportal.interfaces import IEduportal
from plone.dexterity.interfaces import IDexterityContent
from plone.namedfile.file import NamedBlobFile
from plone.restapi.deserializer.dxfields import DefaultFieldDeserializer
from plone.restapi.interfaces import IFieldDeserializer
from plone.restapi.interfaces import IFieldSerializer
from plone.restapi.types.adapters import DefaultJsonSchemaProvider
from plone.restapi.types.interfaces import IJsonSchemaProvider
from zope.component import adapter
from zope.i18n import translate
from zope.interface import Interface
from zope.interface import implementer
import base64


@implementer(IFieldSerializer)
@adapter(IAttachmentsField, IDexterityContent, Interface)
class AttachmentsSerializer:
    """``{"@id", "title", "filename", "content_type", "size"}`` for each file."""

    def __init__(self, field, context, request) -> None:
        self.context = context

    def __call__(self) -> list[dict]:
        return [
            {
                "@id": f"{self.context.absolute_url()}/{one.id}",
                "title": one.title,
                "filename": one.file.filename,
                "content_type": one.file.contentType,
                "size": one.file.getSize(),
            }
            for one in seen(self.context)
        ]


@implementer(IFieldDeserializer)
@adapter(IAttachmentsField, IDexterityContent, IEduportal)
class AttachmentsDeserializer(DefaultFieldDeserializer):
    """A new file brings ``data``; one that is there is named by its ``@id``.

    The list is the whole truth: a file that is not in it is removed, but for those that a GET
    does not show to who sends it.
    """

    def __call__(self, value: list[dict]) -> list[Attachment]:
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise ValueError(self._say(_("Attachments are a list of objects.")))
        present = {f"{self.context.absolute_url()}/{one.id}": one for one in attached(self.context)}
        known = {one.id for one in seen(self.context)}
        hidden = [one for one in present.values() if one.id not in known]
        return [self._attachment(one, present) for one in value] + hidden

    def _attachment(self, given: dict, present: dict[str, Attachment]) -> Attachment:
        if "data" in given:
            return self._new(given)
        if given.get("@id") in present:
            return present[given["@id"]]
        raise ValueError(
            self._say(_("An attachment needs “data”, or the “@id” of a file that is there."))
        )

    def _new(self, given: dict) -> Attachment:
        filename = given.get("filename")
        if not filename:
            raise ValueError(self._say(_("An attachment needs a “filename”.")))
        data = str(given["data"])
        if given.get("encoding") == "base64":
            try:
                content = base64.b64decode(data, validate=False)
            except ValueError as error:
                raise ValueError(
                    self._say(_("The data of an attachment is not base64."))
                ) from error
        else:
            content = data.encode("utf-8")
        content_type = given.get("content-type") or given.get("content_type") or ""
        return Attachment(
            title=given.get("title") or filename,
            file=NamedBlobFile(data=content, contentType=content_type, filename=filename),
        )

    def _say(self, message: str) -> str:
        return translate(message, context=self.request)


@implementer(IJsonSchemaProvider)
@adapter(IAttachmentsField, Interface, IEduportal)
class AttachmentsJsonSchema(DefaultJsonSchemaProvider):
    """What ``@types`` says of the field."""

    def get_type(self) -> str:
        return "array"

    def get_items(self) -> dict:
        return {"type": "object"}

    def additional(self) -> dict:
        return {"items": self.get_items()}
