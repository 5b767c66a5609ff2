"""A record of the document register: TT 53/2012 Điều 14.2, Kon Tum Phụ lục 2, NĐ 42/2022."""

from eduportal import _
from eduportal.content_types.official_document import rules
from eduportal.terms import NamedChoice
from eduportal.terms import OpenChoice
from plone.app.z3cform.widgets.select import AjaxSelectFieldWidget
from plone.autoform import directives
from plone.dexterity.content import Container
from plone.supermodel import model
from zope import schema
from zope.interface import Invalid
from zope.interface import implementer
from zope.interface import invariant


class IOfficialDocument(model.Schema):
    """An official document. It exists once, in Vietnamese, and is listed in both languages."""

    title = schema.TextLine(
        title=_("Subject (trích yếu)"),
        description=_("What the document is about, as printed under its number."),
    )

    title_en = schema.TextLine(
        title=_("Subject in English"),
        description=_("Shown to English readers; the document itself stays Vietnamese."),
        required=False,
    )

    number = schema.TextLine(
        title=_("Number and symbol"),
        description=_("For example 37/2020/TT-BGDĐT or 1502/SGDĐT-GDTH; empty where it has none."),
        required=False,
    )

    kind = NamedChoice(
        title=_("Form of document"),
        vocabulary="eduportal.document_kinds",
        required=False,
    )

    issuer = OpenChoice(
        title=_("Issuing authority"),
        description=_("Choose a listed one or type another."),
        vocabulary="eduportal.document_issuers",
        required=False,
    )

    signer = schema.TextLine(title=_("Signed by"), required=False)

    issued_on = schema.Date(title=_("Date of issue"), required=False)

    effective_on = schema.Date(title=_("In force from"), required=False)

    expires_on = schema.Date(title=_("In force until"), required=False)

    directives.widget("subject_areas", AjaxSelectFieldWidget, vocabulary="eduportal.document_areas")
    subject_areas = schema.Tuple(
        title=_("Subject areas"),
        description=_("One or several; a new one may be typed."),
        value_type=schema.TextLine(),
        required=False,
        missing_value=(),
        default=(),
    )

    @invariant
    def dates_follow_each_other(data: "IOfficialDocument") -> None:
        rules.check_dates(data.issued_on, data.effective_on, data.expires_on)

    @invariant
    def number_is_filed_once(data: "IOfficialDocument") -> None:
        first = rules.first_with_number(
            data.number, data.issuer, data.issued_on, itself=data.__context__
        )
        if first is not None:
            raise Invalid(rules.already_filed(data.number, first))


@implementer(IOfficialDocument)
class OfficialDocument(Container):
    """The record; its attachments are the files inside it, so they follow its state."""

    # Not a translatable page: without this it would be saved with no language at all.
    language = "vi"
