"""What was filled in, as a case keeps it: plain values under the labels the officers read."""

from collections.abc import Mapping
from datetime import date
from datetime import datetime
from decimal import Decimal
from eduportal.cases import Applicant
from eduportal.cases import Entry
from eduportal.content_types.service import Service
from eduportal.online_services.consent import CONSENT
from eduportal.uploads import IPages
from eduportal.uploads import Upload
from eduportal.vietnamese import nfc
from plone.namedfile.interfaces import INamedField
from plone.schema.email import IEmail
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import ICollection
from zope.schema.interfaces import IText
from zope.schema.interfaces import ITextLine

NAMES = ("applicant_name", "parent_name", "pupil_name")
"""Fields that say who applies; the first one that was filled in does."""
KINDS = {"phone": "phone", "email": "email"}


def entries(schema, official, values: Mapping[str, object]) -> list[Entry]:
    """The answers in the order of the form.

    ``official`` is the schema of the Vietnamese form: its labels and the names of its choices are
    kept, whichever language was filled in, so that officers and lists read one language.
    """
    return [
        Entry(name, field.title, kind_of(name, field), plain(field, values[name]))
        for name, field in ((n, _same(official, n, f)) for n, f in getFieldsInOrder(schema))
        if name != CONSENT and not _empty(values.get(name))
    ]


def applicant(service: Service, values: Mapping[str, object]) -> Applicant:
    """Who applies; what the service does not ask for as verification proves nobody."""
    name = next((values[one] for one in NAMES if values.get(one)), "")
    phone, born = values.get("phone") or "", values.get("birth_date")
    return Applicant(
        name=_line(name),
        phone=_line(phone) if "phone" in service.factors else "",
        email=_line(values.get("email") or ""),
        birth_date=born if "birth_date" in service.factors and isinstance(born, date) else None,
    )


def kind_of(name: str, field) -> str:
    if name in KINDS:
        return KINDS[name]
    if IEmail.providedBy(field):
        return "email"
    if IPages.providedBy(field) or INamedField.providedBy(field):
        return "file"
    if IChoice.providedBy(field) or ICollection.providedBy(field):
        return "choice"
    if IText.providedBy(field) and not ITextLine.providedBy(field):
        return "lines"
    return TYPES.get(getattr(field, "_type", None), "text")


def plain(field, value: object) -> object:
    """Text, a number, a boolean, a date, or a list of those; of a file its name."""
    if isinstance(value, Upload):
        return value.filename
    if ICollection.providedBy(field):
        return [plain(field.value_type, item) for item in value]
    if IChoice.providedBy(field) and field.vocabulary is not None and value in field.vocabulary:
        return str(field.vocabulary.getTerm(value).title)
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y %H:%M")
    if isinstance(value, bool | int | float | date):
        return value
    if isinstance(value, Decimal):
        return float(value)
    return nfc(str(value)).replace("\r\n", "\n").strip()


def _same(official, name: str, field):
    """The field of that name in the Vietnamese form, where it is of the same kind."""
    other = official.get(name)
    return other if other is not None and type(other) is type(field) else field


def _empty(value: object) -> bool:
    return value is None or value == "" or value == [] or value == ()


def _line(value: object) -> str:
    return " ".join(nfc(str(value)).split())


TYPES = {bool: "bool", date: "date", int: "number", float: "number", Decimal: "number"}
