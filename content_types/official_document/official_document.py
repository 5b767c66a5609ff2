"""A record of the document register: TT 53/2012 Điều 14.2, Kon Tum Phụ lục 2, NĐ 42/2022."""

from eduportal import _
from eduportal.content_types.official_document import rules
from eduportal.content_types.official_document.picker import Documents
from eduportal.content_types.official_document.relations import RELATIONS
from eduportal.content_types.section.ordering import IRecord
from eduportal.terms import NamedChoice
from eduportal.terms import OpenChoice
from plone.app.z3cform.widgets.select import AjaxSelectFieldWidget
from plone.app.z3cform.widgets.text import TextLinesFieldWidget
from plone.autoform import directives
from plone.dexterity.content import Container
from plone.supermodel import model
from zope import schema
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

    signer_title = schema.TextLine(
        title=_("Signer's position"),
        description=_("For example: Giám đốc, KT. Hiệu trưởng – Phó Hiệu trưởng."),
        required=False,
    )

    issued_on = schema.Date(title=_("Date of issue"), required=False)

    effective_on = schema.Date(title=_("In force from"), required=False)

    expires_on = schema.Date(
        title=_("No longer in force from"),
        description=_(
            "The first day on which the document itself says that it is not in force any more. "
            "Leave it empty where another document replaces or repeals this one: "
            "say so on that document."
        ),
        required=False,
    )

    directives.widget("subject_areas", AjaxSelectFieldWidget, vocabulary="eduportal.document_areas")
    subject_areas = schema.Tuple(
        title=_("Subject areas"),
        description=_("One or several; a new one may be typed."),
        value_type=schema.TextLine(),
        required=False,
        missing_value=(),
        default=(),
    )

    directives.widget("addressees", TextLinesFieldWidget)
    addressees = schema.Tuple(
        title=_("Addressees"),
        description=_("One per line."),
        value_type=schema.TextLine(),
        required=False,
        missing_value=(),
        default=(),
    )

    model.fieldset(
        "relations",
        label=_("Relations to other documents"),
        description=_(
            "What this document does to earlier ones. It takes effect when this document is "
            "published and in force; the other documents then show it by themselves."
        ),
        fields=[relation.token for relation in RELATIONS],
    )

    replaces = Documents(title=_("Replaces"))

    repeals = Documents(title=_("Repeals"))

    repeals_in_part = Documents(title=_("Repeals in part"))

    amends = Documents(title=_("Amends"))

    suspends = Documents(
        title=_("Suspends"),
        description=_("As long as this document is in force itself."),
    )

    guides = Documents(title=_("Guides the implementation of"))

    based_on = Documents(title=_("Based on"))

    related = Documents(title=_("Related documents"))

    @invariant
    def dates_follow_each_other(data: "IOfficialDocument") -> None:
        rules.check_dates(data.issued_on, data.effective_on, data.expires_on)

    @invariant
    def number_is_filed_once(data: "IOfficialDocument") -> None:
        first = rules.first_with_number(
            data.number, data.issuer, data.issued_on, itself=data.__context__
        )
        if first is not None:
            raise rules.AlreadyFiled(data.number, first)

    @invariant
    def relations_lead_to_other_documents(data: "IOfficialDocument") -> None:
        for relation in RELATIONS:
            rules.check_targets(getattr(data, relation.token) or (), itself=data.__context__)


@implementer(IOfficialDocument, IRecord)
class OfficialDocument(Container):
    """The record; its attachments are the files inside it, so they follow its state."""

    # Not a translatable page: without this it would be saved with no language at all.
    language = "vi"

    # The intids of the documents whose validity it changed when last looked at; what it no longer
    # says of them is undone then. Kept by ``effects``. Without a type: a class with one gets
    # ``__annotations__``, which zope.annotation takes for its own and shares among all records.
    acting_upon = ()
