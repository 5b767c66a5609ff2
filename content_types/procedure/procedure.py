"""An administrative procedure: TT 53/2012/TT-BGDĐT Điều 14.3.b, parts as the national portal."""

from eduportal import _
from eduportal.content_types.official_document.picker import Documents
from eduportal.content_types.procedure import papers
from eduportal.content_types.section.ordering import IRecord
from eduportal.content_types.service import is_web_address
from eduportal.terms import NamedChoice
from eduportal.terms import OpenChoice
from plone.app.z3cform.widgets.text import TextLinesFieldWidget
from plone.autoform import directives
from plone.dexterity.content import Item
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import implementer


def lines(title: str, description: str, **more) -> schema.Tuple:
    """A field of lines, each of which stands for itself."""
    return schema.Tuple(
        title=title,
        description=description,
        value_type=schema.TextLine(**more),
        required=False,
        missing_value=(),
        default=(),
    )


class IProcedure(model.Schema):
    """A procedure. It exists once, in Vietnamese, and is listed in both languages."""

    title = schema.TextLine(
        title=_("Name of the procedure"),
        description=_("As published, for example: Chuyển trường đối với học sinh trung học."),
    )

    title_en = schema.TextLine(title=_("Name in English"), required=False)

    description = schema.Text(
        title=_("procedure_what_for", default="What it is for"),
        description=_("One or two sentences in the words that parents use."),
        required=False,
        missing_value="",
        default="",
    )

    code = schema.TextLine(
        title=_("Code of the procedure"),
        description=_(
            "The code on the National Public Service Portal, for example 1.005099; leave it empty "
            "where the unit made the procedure itself."
        ),
        required=False,
    )

    area = OpenChoice(
        title=_("procedure_field", default="Field"),
        description=_("The list groups the procedures by it. Choose a listed one or type another."),
        vocabulary="eduportal.procedure_areas",
        required=False,
    )

    authority = NamedChoice(
        title=_("Carried out at the level of"),
        vocabulary="eduportal.procedure_authorities",
        required=False,
    )

    agency = schema.TextLine(
        title=_("procedure_agency", default="Carried out by"),
        description=_("The agency or the department; empty means this unit."),
        required=False,
    )

    directives.widget("audiences", CheckBoxFieldWidget)
    audiences = schema.Tuple(
        title=_("procedure_audiences", default="Who may apply"),
        value_type=NamedChoice(vocabulary="eduportal.procedure_audiences"),
        required=False,
        missing_value=(),
        default=(),
    )

    directives.widget("steps", TextLinesFieldWidget)
    steps = lines(
        _("procedure_steps", default="Steps"),
        _("One step per line, without a number: what the applicant does, then what the unit does."),
    )

    directives.widget("ways", CheckBoxFieldWidget)
    ways = schema.Tuple(
        title=_("Ways of applying"),
        value_type=NamedChoice(vocabulary="eduportal.procedure_ways"),
        required=False,
        missing_value=(),
        default=(),
    )

    directives.widget("dossier", TextLinesFieldWidget)
    dossier = lines(
        _("procedure_dossier", default="Dossier"),
        _(
            "One paper per line: name | originals | copies. For example: Giấy khai sinh | 0 | 1. "
            "Without numbers one original is meant."
        ),
        constraint=papers.is_paper,
    )

    dossier_sets = schema.Int(
        title=_("Number of sets"),
        description=_("How many times the whole dossier is handed in."),
        required=False,
        min=1,
        max=20,
        default=1,
    )

    days = schema.Int(
        title=_("Time limit in working days"),
        description=_("From the day after a complete dossier arrives; 0 means on the same day."),
        required=False,
        min=0,
        max=1000,
    )

    time_note = schema.TextLine(
        title=_("On the time limit"),
        description=_("What days alone do not say, for example: theo kế hoạch tuyển sinh."),
        required=False,
    )

    result = schema.TextLine(
        title=_("procedure_result", default="Result"),
        description=_("The paper that the applicant gets."),
        required=False,
    )

    fee = schema.Int(
        title=_("Fee in dong"),
        description=_("0 means that nothing has to be paid; empty means not stated yet."),
        required=False,
        min=0,
        max=1_000_000_000,
    )

    fee_note = schema.TextLine(
        title=_("On the fee"),
        description=_("For what it is taken and by which text, exemptions."),
        required=False,
    )

    directives.widget("forms", CheckBoxFieldWidget)
    forms = schema.Tuple(
        title=_("Forms to download"),
        description=_("From this portal's forms with the unit's name filled in."),
        value_type=schema.Choice(vocabulary="eduportal.procedure_forms"),
        required=False,
        missing_value=(),
        default=(),
    )

    directives.widget("other_forms", TextLinesFieldWidget)
    other_forms = lines(
        _("Other forms"), _("Names of forms that this portal does not hold, one per line.")
    )

    conditions = schema.Text(
        title=_("Requirements and conditions"), required=False, missing_value="", default=""
    )

    legal_basis = Documents(
        title=_("Legal basis in the register"),
        description=_("Documents of this portal's register."),
    )

    directives.widget("legal_basis_text", TextLinesFieldWidget)
    legal_basis_text = lines(
        _("Other legal basis"), _("Texts that are not in the register, one per line.")
    )

    place = schema.Text(
        title=_("Place of reception"),
        description=_("Room, address, hours."),
        required=False,
        missing_value="",
        default="",
    )

    handler_name = schema.TextLine(
        title=_("procedure_handler", default="Handled by"),
        description=_(
            "Name of the person who handles the dossier: the public is entitled to it "
            "(TT 53/2012, Điều 14.3.b)."
        ),
        required=False,
    )

    handler_position = schema.TextLine(title=_("Handler's position"), required=False)

    handler_phone = schema.TextLine(title=_("Handler's telephone"), required=False)

    handler_email = schema.TextLine(
        title=_("Handler's e-mail"),
        description=_("An official mailbox, not free mail (TT 53/2012, Điều 4.7)."),
        required=False,
    )

    source_url = schema.URI(
        title=_("Page on the National Public Service Portal"),
        description=_("Where the same procedure is published; it begins with https://."),
        required=False,
        constraint=is_web_address,
    )

    model.fieldset(
        "how", label=_("How to apply"), fields=["steps", "ways", "dossier", "dossier_sets"]
    )
    model.fieldset(
        "terms",
        label=_("Time, result, fee"),
        fields=["days", "time_note", "result", "fee", "fee_note"],
    )
    model.fieldset(
        "basis",
        label=_("Forms and legal basis"),
        fields=["forms", "other_forms", "conditions", "legal_basis", "legal_basis_text"],
    )
    model.fieldset(
        "contact",
        label=_("Where and with whom"),
        fields=[
            "place",
            "handler_name",
            "handler_position",
            "handler_phone",
            "handler_email",
            "source_url",
        ],
    )


@implementer(IProcedure, IRecord)
class Procedure(Item):
    """The procedure's record; how far it runs online is computed, never typed."""

    # Not a translatable page: without this it would be saved with no language at all.
    language = "vi"
