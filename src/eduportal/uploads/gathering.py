"""All files of one submission: each accepted, pages put together, counted against the rules."""

from eduportal.uploads import refusals
from eduportal.uploads.accepting import accept
from eduportal.uploads.accepting import together
from eduportal.uploads.pages import IPages
from eduportal.uploads.rules import Rules
from eduportal.uploads.upload import Upload
from plone.namedfile.interfaces import INamed
from plone.namedfile.interfaces import INamedField
from zope.schema import getFieldsInOrder


def of_form(schema, values: dict, rules: Rules | None = None) -> list[Upload]:
    """The files among a form's ``values``, in the order of its fields.

    ``rules`` may be a service. Raises UploadRefused, which names the field.
    """
    allowed = rules if isinstance(rules, Rules) else Rules.of(rules)
    sent = []
    for name, field in getFieldsInOrder(schema):
        value = values.get(name)
        if IPages.providedBy(field) and value:
            sent.append((name, list(value)))
        elif INamedField.providedBy(field) and INamed.providedBy(value):
            sent.append((name, [value]))
    _counted(sent, allowed)
    return [together([_one(name, one, allowed) for one in files]) for name, files in sent]


def _one(name: str, file, allowed: Rules) -> Upload:
    return accept(name, file.filename, file.data, allowed)


def _counted(sent: list[tuple[str, list]], allowed: Rules) -> None:
    """Before anything is opened: many files are work, too."""
    files = [(name, file) for name, several in sent for file in several]
    if len(files) > allowed.max_files:
        raise refusals.too_many(allowed, files[allowed.max_files][0])
    size = 0
    for name, file in files:
        size += len(file.data)
        if size > allowed.total_bytes:
            raise refusals.too_large_together(allowed, name)
