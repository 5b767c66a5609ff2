"""The legal basis over plone.restapi: documents that the asker may see, and no others."""

from eduportal.content_types.official_document.picker import IDocuments
from eduportal.content_types.official_document.related import outgoing
from eduportal.content_types.official_document.related import visible
from eduportal.content_types.procedure.procedure import IProcedure
from plone.restapi.interfaces import IFieldSerializer
from plone.uuid.interfaces import IUUID
from zope.component import adapter
from zope.interface import Interface
from zope.interface import implementer


def basis(procedure: IProcedure) -> list:
    """The documents of the register that it rests on, as far as this visitor may see them."""
    documents = outgoing(procedure, "legal_basis")
    seen = visible(documents)
    return [document for document in documents if IUUID(document) in seen]


@implementer(IFieldSerializer)
@adapter(IDocuments, IProcedure, Interface)
class BasisSerializer:
    """``{"@id", "UID", "number", "title"}`` for each."""

    def __init__(self, field, context, request) -> None:
        self.context = context

    def __call__(self) -> list[dict]:
        return [
            {
                "@id": document.absolute_url(),
                "UID": IUUID(document),
                "number": document.number or "",
                "title": document.title,
            }
            for document in basis(self.context)
        ]
