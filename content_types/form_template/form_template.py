"""A form with the unit's name filled in (TT 53/2012/TT-BGDĐT, Điều 14.3.d)."""

from eduportal import _
from eduportal.content_types.form_template import rules
from plone.autoform import directives
from plone.dexterity.content import Item
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import Invalid
from zope.interface import implementer
from zope.interface import invariant


class IFormTemplate(model.Schema):
    """A form to download with the unit's name filled in, as DOCX or ODT.

    It exists once, in Vietnamese, and is listed in both languages.
    """

    title = schema.TextLine(title=_("Title"))

    title_en = schema.TextLine(title=_("Title in English"), required=False)

    description = schema.Text(
        title=_("What it is for"),
        description=_("Who uses the form, and how; shown in the list of forms."),
        required=False,
        missing_value="",
        default="",
    )

    purpose = schema.Choice(
        title=_("Purpose"),
        vocabulary="eduportal.template_purposes",
        default="form",
    )

    word = NamedBlobFile(
        title=_("Word file (.docx)"),
        description=_(
            "Write {{ don_vi.ten }} where the unit's name belongs; all names are listed below."
        ),
        required=False,
        constraint=rules.is_docx,
    )

    odt = NamedBlobFile(
        title=_("OpenDocument file (.odt)"),
        description=_("The same text in the open format (TT 53/2012, Điều 17.8)."),
        required=False,
        constraint=rules.is_odt,
    )

    directives.widget("services", CheckBoxFieldWidget)
    services = schema.Tuple(
        title=_("Services"),
        description=_(
            "Whose cases fill it in: a form with the applicant's answers, a letter for the officer."
        ),
        value_type=schema.Choice(vocabulary="eduportal.template_services"),
        required=False,
        missing_value=(),
        default=(),
    )

    @invariant
    def has_a_file(data: "IFormTemplate") -> None:
        if not data.word and not data.odt:
            raise Invalid(_("Give a Word or an ODT file, or both."))


@implementer(IFormTemplate)
class FormTemplate(Item):
    """A form with the unit's name filled in (TT 53/2012/TT-BGDĐT, Điều 14.3.d)."""

    # Not a translatable page: without this it would be saved with no language at all.
    language = "vi"

    title_en = None
    purpose = "form"
    word = None
    odt = None
    services: tuple[str, ...] = ()

    def files(self) -> dict[str, object]:
        """The files that there are, by their kind."""
        both = {"docx": self.word, "odt": self.odt}
        return {kind: file for kind, file in both.items() if file is not None}
