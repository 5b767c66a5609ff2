"""Values of a form's fields as plain text, to be kept, mailed and shown as nothing but text."""

from collections.abc import Mapping
from datetime import date
from datetime import datetime
from eduportal import _
from eduportal.mail.text import clean
from plone.namedfile.interfaces import INamed
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import ICollection


def entries(schema, values: Mapping[str, object]) -> tuple[tuple[str, str, str], ...]:
    """Name, label and text of each field that was filled in, as the form reads today."""
    named = ((name, field, values.get(name)) for name, field in getFieldsInOrder(schema))
    filled = ((name, field, text(field, value)) for name, field, value in named)
    return tuple((name, field.title, value) for name, field, value in filled if value)


def text(field, value: object) -> str:
    """One value as the sender saw it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return translate(_("Yes") if value else _("No"), context=getRequest())
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if INamed.providedBy(value):
        return clean(value.filename or "")
    if ICollection.providedBy(field):
        return ", ".join(text(field.value_type, item) for item in value)
    if IChoice.providedBy(field) and field.vocabulary is not None and value in field.vocabulary:
        return field.vocabulary.getTerm(value).title
    return clean(str(value))
