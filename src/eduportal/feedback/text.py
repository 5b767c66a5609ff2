"""Values of a form's fields as plain text, to be kept, mailed and shown as nothing but text."""

from collections.abc import Mapping
from datetime import date
from datetime import datetime
from eduportal import _
from eduportal.vietnamese import nfc
from plone.namedfile.interfaces import INamed
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import ICollection
import unicodedata

LONGEST = 20_000


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


def clean(value: str) -> str:
    """NFC, line ends as ``\\n``, no control characters (spreadsheets and mail refuse them)."""
    lines = nfc(value).replace("\r\n", "\n").replace("\r", "\n")[:LONGEST]
    kept = (char for char in lines if char in "\n\t" or unicodedata.category(char) not in UNSEEN)
    return "".join(kept).strip()


UNSEEN = ("Cc", "Cs")


def one_line(value: str, longest: int = 200) -> str:
    """The value fit for a header: no line break, not endless."""
    line = " ".join(clean(value).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
