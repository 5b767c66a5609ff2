"""Dates of publication to the second.

Plone drops the seconds of a date that REST sets: what is scheduled for 7:00:45 would be public at
7:00:00, before its hour.
"""

from DateTime import DateTime
from plone.app.dexterity.behaviors.metadata import IPublication
from plone.dexterity.interfaces import IDexterityContent
from z3c.form.datamanager import AttributeField
from zope.component import adapter
from zope.schema.interfaces import IDatetime

SETTERS = {"effective": "setEffectiveDate", "expires": "setExpirationDate"}


@adapter(IDexterityContent, IDatetime)
class ToTheSecond(AttributeField):
    """How forms and plone.restapi set a date of an item, those of publication kept whole."""

    def set(self, value) -> None:
        super().set(value)
        setter = SETTERS.get(self.field.__name__)
        if setter is None or self.field.interface is not IPublication:
            return
        if value is not None and (value.second or value.microsecond):
            second = value.second + value.microsecond / 1_000_000
            moment = (value.year, value.month, value.day, value.hour, value.minute, second)
            # without a zone it is meant in the server's, as Plone means it
            getattr(self.context, setter)(DateTime(*moment))
