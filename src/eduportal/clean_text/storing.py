"""Forms and REST both hand a value to its data manager: there it is cleaned, before it is stored.

So one save stays one save, and versions, the audit log and the catalogue see the clean text only.
"""

from eduportal.clean_text.characters import tidy
from eduportal.clean_text.characters import tidy_line
from eduportal.clean_text.fields import is_list
from eduportal.clean_text.fields import is_markup
from eduportal.clean_text.fields import is_written
from eduportal.clean_text.markup import clean
from eduportal.interfaces import IEduportal
from plone.app.textfield.interfaces import IRichText
from plone.app.textfield.value import RichTextValue
from plone.dexterity.interfaces import IDexterityContent
from z3c.form.datamanager import AttributeField
from zope.component import adapter
from zope.globalrequest import getRequest
from zope.schema.interfaces import ICollection
from zope.schema.interfaces import IField
from zope.schema.interfaces import IText
from zope.schema.interfaces import ITextLine


class CleanField(AttributeField):
    """Only in portals of the kit: the process may serve other sites too."""

    def set(self, value) -> None:
        if IEduportal.providedBy(getRequest()):
            value = cleaned(self.field, value)
        super().set(value)


@adapter(IDexterityContent, IText)
class CleanText(CleanField):
    """Texts and lines."""


@adapter(IDexterityContent, ICollection)
class CleanTexts(CleanField):
    """Keywords, names: each by itself."""


@adapter(IDexterityContent, IRichText)
class CleanMarkup(CleanField):
    """What comes out of the editor."""


def cleaned(field: IField, value):
    """``value`` as it is to be stored in ``field``."""
    if not value:
        return value
    if is_markup(value):
        return in_place_of(value, clean(value.raw))
    if is_written(field) and isinstance(value, str):
        return tidy_line(value) if ITextLine.providedBy(field) else tidy(value)
    if is_list(field):
        return type(value)(tidy_line(item) for item in value if tidy_line(item))
    return value


def in_place_of(value: RichTextValue, raw: str) -> RichTextValue:
    """The same value where the markup is the same."""
    if raw == value.raw:
        return value
    return RichTextValue(raw, value.mimeType, value.outputMimeType, value.encoding)
