"""Fields for files in visitors' forms: what was sent is in the request and nowhere else.

Plone's own widget keeps a file in the main database when another field is wrong, to spare choosing
it again. Here that would lay a stranger's papers beside the content; ``form.js`` keeps the choice
in the browser instead.
"""

from eduportal.uploads.kinds import TYPES
from eduportal.uploads.pages import IPages
from eduportal.uploads.pages import Page
from eduportal.uploads.rules import Rules
from pathlib import Path
from plone.namedfile.interfaces import INamedField
from plone.namedfile.utils import safe_basename
from z3c.form.browser.file import FileWidget
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import NO_VALUE
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import IFileWidget
from z3c.form.interfaces import IFormLayer
from z3c.form.widget import FieldWidget
from zope.browserpage.viewpagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer
from zope.interface import implementer_only
from ZPublisher.HTTPRequest import FileUpload

TEMPLATE = ViewPageTemplateFile(str(Path(__file__).parent / "file_field.pt"))


class ISentFile(IFileWidget):
    """The widget of a field with one file."""


class ISentPages(IFileWidget):
    """The widget of a field with several pages."""


@implementer_only(ISentFile)
class SentFile(FileWidget):
    """A plain ``<input type="file">`` that says which files are taken."""

    multiple = False
    rules = Rules()

    def render(self) -> str:
        return TEMPLATE(self)

    @property
    def accept(self) -> str:
        return ",".join(f".{one},{TYPES[one]}" for one in self.rules.extensions)

    @property
    def most_mb(self) -> str:
        return f"{self.rules.max_mb:g}"

    @property
    def described_by(self) -> str:
        helped = f"{self.id}-help " if self.field is not None and self.field.description else ""
        return f"{helped}{self.id}-limits"

    @property
    def limits_id(self) -> str:
        return f"{self.id}-limits"

    def extract(self, default=NO_VALUE):
        sent = self.request.form.get(self.name)
        chosen = [one for one in (sent if isinstance(sent, list) else [sent]) if _is_file(one)]
        if not chosen:
            return default
        return chosen if self.multiple else chosen[0]


@implementer_only(ISentPages)
class SentPages(SentFile):
    """The same for several files at once."""

    multiple = True


def _is_file(sent) -> bool:
    return isinstance(sent, FileUpload) and bool(sent.filename)


@implementer(IFieldWidget)
def SentFileWidget(field, request):
    """A form of visitors sets this at its fields: see :func:`prepare`."""
    return FieldWidget(field, SentFile(request))


@adapter(IPages, IFormLayer)
@implementer(IFieldWidget)
def PagesWidget(field, request):
    """Wherever the field is shown."""
    return FieldWidget(field, SentPages(request))


def prepare(fields) -> None:
    """Before ``updateWidgets``: a form's file fields get widgets that store nothing.

    ``fields`` are z3c.form's, of the form or of one of its groups.
    """
    for field in fields.values():
        if INamedField.providedBy(field.field):
            field.widgetFactory = SentFileWidget


def tell(widgets, rules: Rules) -> None:
    """After ``updateWidgets``: the file fields say what the service takes."""
    for widget in widgets.values():
        if isinstance(widget, SentFile):
            widget.rules = rules


@adapter(INamedField, ISentFile)
class FileConverter(BaseDataConverter):
    """From the request to what the field holds, in memory."""

    def toWidgetValue(self, value):
        return value

    def toFieldValue(self, value):
        if not _is_file(value):
            return self.field.missing_value
        value.seek(0)
        return self.field._type(data=value.read(), filename=_name(value))


@adapter(IPages, ISentPages)
class PagesConverter(BaseDataConverter):
    """From the request to the pages."""

    def toWidgetValue(self, value):
        return value

    def toFieldValue(self, value):
        pages = []
        for sent in value or ():
            sent.seek(0)
            pages.append(Page(_name(sent), sent.read()))
        return tuple(pages) or self.field.missing_value


def _name(sent) -> str:
    name = sent.filename
    return safe_basename(name.decode("utf-8", "replace") if isinstance(name, bytes) else name)
