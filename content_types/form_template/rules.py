"""What a file has to be before it is kept as a template."""

from eduportal import _
from eduportal.content_types.form_template.archive import MOST_BYTES
from eduportal.content_types.form_template.archive import open_archive
from eduportal.content_types.form_template.known import KNOWN
from eduportal.content_types.form_template.placeholders import check
from eduportal.content_types.form_template.refusals import TemplateRefused
from eduportal.content_types.form_template.refusals import too_large
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.schema import ValidationError


class NoTemplate(ValidationError):
    """Why a file is not kept.

    plone.restapi answers 400 for a ``ValidationError`` alone, with ``doc()`` as it is, so the
    sentence is translated here.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def doc(self) -> str:
        return translate(self.message, context=getRequest())


def is_docx(file) -> bool:
    """A Word file whose placeholders are well written."""
    return _is("docx", file)


def is_odt(file) -> bool:
    """An OpenDocument text whose placeholders are well written."""
    return _is("odt", file)


def _is(kind: str, file) -> bool:
    """Unknown names pass: the item's page names them, and it is not published before."""
    try:
        if file.getSize() > MOST_BYTES:
            raise too_large()
        found = open_archive(file.data).kind
        mistakes = [one for one in check(file.data, KNOWN) if not one.unknown]
    except TemplateRefused as refused:
        raise NoTemplate(refused.message) from refused
    if found != kind:
        raise NoTemplate(
            _("This is an ODT file; it belongs into the field below.")
            if found == "odt"
            else _("This is a Word file; it belongs into the field above.")
        )
    if mistakes:
        raise NoTemplate(
            _(
                "template_mistake",
                default="${problem} In the paragraph: “${paragraph}”",
                mapping={"problem": mistakes[0].message, "paragraph": mistakes[0].paragraph},
            )
        )
    return True
