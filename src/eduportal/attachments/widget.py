"""Attachments in Plone's forms: keep or remove what is there, choose several new files."""

from eduportal.attachments.behavior import Attachment
from eduportal.attachments.behavior import IAttachmentsField
from eduportal.attachments.behavior import attached
from eduportal.interfaces import IEduportal
from plone.namedfile.file import NamedBlobFile
from z3c.form.browser.widget import HTMLFormElement
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import INPUT_MODE
from z3c.form.interfaces import NO_VALUE
from z3c.form.interfaces import IDataConverter
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import IWidget
from z3c.form.widget import FieldWidget
from z3c.form.widget import Widget
from zope.browserpage.viewpagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer
from zope.interface import implementer_only


class IAttachmentsWidget(IWidget):
    """Files there, each with a box, and a chooser for new ones."""


@implementer_only(IAttachmentsWidget)
class AttachmentsWidget(HTMLFormElement, Widget):
    """Plain HTML: ``<input type="file" multiple>`` needs no JavaScript."""

    klass = "attachments-widget"
    template = ViewPageTemplateFile("widget.pt")

    @property
    def present(self) -> list[Attachment]:
        return [] if self.ignoreContext else attached(self.context)

    @property
    def lost(self) -> list[str]:
        """Names of chosen files on a form that comes back: a browser keeps none of them."""
        return [_name(one) for one in self._uploads()] if self.mode == INPUT_MODE else []

    def extract(self, default: object = NO_VALUE) -> object:
        """The attachments that the form leaves: kept ones first, then the new ones."""
        if f"{self.name}-empty-marker" not in self.request:
            return default
        removed = self.request.get(f"{self.name}.remove", [])
        removed = [removed] if isinstance(removed, str) else removed
        kept = [one for one in self.present if one.id not in removed]
        return kept + [_attachment(upload) for upload in self._uploads()]

    def _uploads(self) -> list:
        uploads = self.request.get(self.name, [])
        uploads = uploads if isinstance(uploads, list) else [uploads]
        return [one for one in uploads if getattr(one, "filename", "")]


@implementer(IDataConverter)
@adapter(IAttachmentsField, IAttachmentsWidget)
class AttachmentsConverter(BaseDataConverter):
    """The widget already speaks in attachments."""

    def toWidgetValue(self, value: list[Attachment]) -> list[Attachment]:
        return value

    def toFieldValue(self, value: list[Attachment]) -> list[Attachment]:
        return value


@adapter(IAttachmentsField, IEduportal)
@implementer(IFieldWidget)
def attachments_widget(field: IAttachmentsField, request: IEduportal) -> IFieldWidget:
    return FieldWidget(field, AttachmentsWidget(request))


def _attachment(upload) -> Attachment:
    filename = _name(upload)
    upload.seek(0)
    file = NamedBlobFile(data=upload.read(), filename=filename)
    return Attachment(title=filename, file=file)


def _name(upload) -> str:
    # Some browsers send the whole path of the file on the sender's machine.
    return upload.filename.replace("\\", "/").rpartition("/")[2]
