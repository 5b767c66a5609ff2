"""A season: who is admitted to which grade, how many, when and how (TT 37/2020, Điều 9)."""

from eduportal import _
from eduportal.content_types.admission_season import rules
from eduportal.content_types.section.ordering import IRecord
from plone.app.z3cform.widgets.contentbrowser import ContentBrowserFieldWidget
from plone.app.z3cform.widgets.text import TextLinesFieldWidget
from plone.autoform import directives
from plone.dexterity.content import Item
from plone.supermodel import model
from z3c.relationfield.schema import RelationChoice
from z3c.relationfield.schema import RelationList
from zope import schema
from zope.interface import implementer

PAPERS = {"selectableTypes": ["OfficialDocument", "News Item", "Document", "File", "Link"]}


def papers(title: str) -> RelationList:
    """Documents and articles of the portal."""
    return RelationList(
        title=title,
        value_type=RelationChoice(title=title, vocabulary="plone.app.vocabularies.Catalog"),
        required=False,
        missing_value=[],
        default=[],
    )


class IAdmissionSeason(model.Schema):
    """An admission season. It exists once, in Vietnamese, and is listed in both languages."""

    title = schema.TextLine(title=_("Title"))

    grade = schema.Choice(title=_("Admission to"), vocabulary="eduportal.admission_grades")

    school_year = schema.TextLine(
        title=_("School year"),
        description=_("For example 2026-2027."),
        constraint=rules.check_year,
    )

    description = schema.Text(
        title=_("In short"),
        description=_("Two or three sentences for parents."),
        required=False,
        missing_value="",
        default="",
    )

    directives.widget("plan", ContentBrowserFieldWidget, pattern_options=PAPERS)
    plan = papers(_("Admission plan"))

    directives.widget("notice", ContentBrowserFieldWidget, pattern_options=PAPERS)
    notice = papers(_("Admission notice"))

    quota = schema.Int(title=_("Places"), min=0, required=False)

    audience = schema.Text(title=_("Who may apply"), required=False)

    area = schema.Text(
        title=_("Catchment area"),
        description=_("The villages and residential groups whose children belong here."),
        required=False,
    )

    method = schema.Text(
        title=_("Form of admission"),
        description=_("By dossier, by examination, or both."),
        required=False,
    )

    conditions = schema.Text(title=_("Conditions"), required=False)

    directives.widget("dossier", TextLinesFieldWidget)
    dossier = schema.Tuple(
        title=_("Dossier"),
        description=_("One paper per line."),
        value_type=schema.TextLine(),
        required=False,
        missing_value=(),
        default=(),
    )

    directives.widget("milestones", TextLinesFieldWidget)
    milestones = schema.Tuple(
        title=_("Calendar"),
        description=_(
            "One line per step, beginning with its day or days: "
            '"01/06/2026 - 15/06/2026: Online registration".'
        ),
        value_type=schema.TextLine(constraint=rules.check_milestone),
        required=False,
        missing_value=(),
        default=(),
    )

    place = schema.Text(title=_("Place"), required=False)

    contact = schema.TextLine(
        title=_("Questions to"),
        description=_("Name, telephone, e-mail of the admission office."),
        required=False,
    )

    letter = schema.Choice(
        title=_("Letter to those admitted"),
        description=_("A form template; without one the letter of the kit is used."),
        vocabulary="eduportal.admission_letters",
        required=False,
    )

    publishes_numbers = schema.Bool(
        title=_("Publish the registration numbers of those admitted"),
        description=_(
            "Numbers only, never names. Without it the page shows how many were admitted, and each "
            "result is looked up one by one."
        ),
        required=False,
        default=False,
    )

    model.fieldset(
        "english",
        label=_("English"),
        description=_("Shown to English readers; what is empty is shown in Vietnamese."),
        fields=[
            "title_en",
            "description_en",
            "audience_en",
            "area_en",
            "method_en",
            "conditions_en",
            "dossier_en",
            "milestones_en",
            "place_en",
        ],
    )

    title_en = schema.TextLine(title=_("Title in English"), required=False)

    description_en = schema.Text(
        title=_("In short, in English"), required=False, missing_value="", default=""
    )

    audience_en = schema.Text(title=_("Who may apply, in English"), required=False)

    area_en = schema.Text(title=_("Catchment area, in English"), required=False)

    method_en = schema.Text(title=_("Form of admission, in English"), required=False)

    conditions_en = schema.Text(title=_("Conditions, in English"), required=False)

    directives.widget("dossier_en", TextLinesFieldWidget)
    dossier_en = schema.Tuple(
        title=_("Dossier, in English"),
        value_type=schema.TextLine(),
        required=False,
        missing_value=(),
        default=(),
    )

    directives.widget("milestones_en", TextLinesFieldWidget)
    milestones_en = schema.Tuple(
        title=_("Calendar, in English"),
        value_type=schema.TextLine(constraint=rules.check_milestone),
        required=False,
        missing_value=(),
        default=(),
    )

    place_en = schema.Text(title=_("Place, in English"), required=False)

    # Who decides on cases says when their results are public: @@applicants, never an edit form.
    directives.omitted("results_at", "enrol_until")
    directives.write_permission(
        results_at="eduportal.HandleCases", enrol_until="eduportal.HandleCases"
    )
    results_at = schema.Datetime(title=_("Results are public from"), required=False)
    enrol_until = schema.Date(title=_("Enrolment is confirmed until"), required=False)


@implementer(IAdmissionSeason, IRecord)
class AdmissionSeason(Item):
    """The season; applications to it are cases, in their own database."""

    # Not a translatable page: without this it would be saved with no language at all.
    language = "vi"

    # Of seasons made before these were decided; None denies.
    results_at = None
    enrol_until = None
