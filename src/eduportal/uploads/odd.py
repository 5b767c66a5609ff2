"""What no form of ours sends is refused before anything looks at it.

Zope makes lists, numbers and records of fields whose names ask for it (``:int``, ``:record``), and
form libraries are not made for those.
"""

from eduportal import _
from eduportal.uploads.pages import IPages
from plone.namedfile.interfaces import INamedField
from zExceptions import BadRequest
from zope.i18n import translate
from zope.schema.interfaces import IBool
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import ICollection
from ZPublisher.HTTPRequest import FileUpload
import re

SENT_AS = ("multipart/form-data", "application/x-www-form-urlencoded")
MOST_FIELDS = 400
LONGEST = 20_000
"""Characters of one answer."""
# Control characters and halves of characters: no keyboard makes them, no database wants them.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
PREFIX = "form.widgets."


def refuse_odd(request, schema) -> None:
    """400 for a post that a browser showing the form of ``schema`` cannot have made."""
    form = request.form
    type = (request.getHeader("Content-Type") or "").partition(";")[0].strip().lower()
    fields = {f"{PREFIX}{name}": schema[name] for name in schema}
    if (
        type in SENT_AS
        and len(form) <= MOST_FIELDS
        and all(_fits(value, fields.get(name)) for name, value in form.items())
    ):
        return
    message = _(
        "upload_broken_form",
        default="What was sent does not fit this form. Nothing was stored; please open the page "
        "again and fill it in once more.",
    )
    raise BadRequest(translate(message, context=request))


def _fits(value: object, field) -> bool:
    """Whether a browser sends that for a field, or for one that is none of the schema's."""
    if isinstance(value, list):
        several = any(one.providedBy(field) for one in (IBool, IChoice, ICollection, IPages))
        return several and len(value) <= MOST_FIELDS and all(_is_one(one, field) for one in value)
    return _is_one(value, field)


def _is_one(value: object, field) -> bool:
    holds_files = any(one.providedBy(field) for one in (INamedField, IPages))
    if isinstance(value, FileUpload):
        # an empty part is what a browser sends where no file was chosen
        return (holds_files or not value.filename) and not UNPRINTABLE.search(_text(value.filename))
    return isinstance(value, str) and len(value) <= LONGEST and not UNPRINTABLE.search(value)


def _text(filename: str | bytes | None) -> str:
    return filename.decode("utf-8", "replace") if isinstance(filename, bytes) else filename or ""
