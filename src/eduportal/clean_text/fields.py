"""Which of a content's fields hold words that people wrote."""

from collections.abc import Iterator
from plone.app.textfield.interfaces import IRichText
from plone.app.textfield.interfaces import IRichTextValue
from plone.dexterity.utils import iterSchemata
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IASCII
from zope.schema.interfaces import IURI
from zope.schema.interfaces import ICollection
from zope.schema.interfaces import IField
from zope.schema.interfaces import IPassword
from zope.schema.interfaces import ISourceText
from zope.schema.interfaces import IText

HTML = "text/html"


def is_written(field: IField) -> bool:
    """A text or a line; no password, program, identifier or address."""
    return IText.providedBy(field) and not any(
        kind.providedBy(field) for kind in (IPassword, ISourceText, IASCII, IURI)
    )


def is_list(field: IField) -> bool:
    return ICollection.providedBy(field) and is_written(field.value_type)


def is_markup(value) -> bool:
    return IRichTextValue.providedBy(value) and value.mimeType == HTML and bool(value.raw)


def written(content) -> Iterator[tuple[object, IField, object]]:
    """Adapted content, field and value of everything written in it."""
    seen = set()
    for schema in iterSchemata(content):
        for name, field in getFieldsInOrder(schema):
            if field.readonly or not (
                is_written(field) or is_list(field) or IRichText.providedBy(field)
            ):
                continue
            holder = schema(content, None)
            value = getattr(holder, name, None) if holder is not None else None
            if value and name not in seen:
                seen.add(name)
                yield holder, field, value
