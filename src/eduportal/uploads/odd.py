"""What no form of ours sends is refused before anything looks at it.

Zope makes lists, numbers and records of fields whose names ask for it (``:int``, ``:record``), and
form libraries are not made for those.
"""

from eduportal import _
from zExceptions import BadRequest
from zope.i18n import translate
from ZPublisher.HTTPRequest import FileUpload
import re

MOST_FIELDS = 400
LONGEST = 20_000
"""Characters of one answer."""
# Control characters and halves of characters: no keyboard makes them, no database wants them.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def refuse_odd(request) -> None:
    """400 for a post that a browser showing our form cannot have made."""
    form = request.form
    if len(form) <= MOST_FIELDS and all(map(_is_plain, form, form.values())):
        return
    message = _(
        "upload_broken_form",
        default="What was sent does not fit this form. Nothing was stored; please open the page "
        "again and fill it in once more.",
    )
    raise BadRequest(translate(message, context=request))


def _is_plain(name: str, value: object, inner: bool = False) -> bool:
    if isinstance(value, str):
        return len(value) <= LONGEST and not UNPRINTABLE.search(value)
    if isinstance(value, FileUpload):
        return not UNPRINTABLE.search(_text(value.filename))
    if isinstance(value, list) and not inner:
        return len(value) <= MOST_FIELDS and all(_is_plain(name, one, True) for one in value)
    return False


def _text(filename: str | bytes | None) -> str:
    return filename.decode("utf-8", "replace") if isinstance(filename, bytes) else filename or ""
