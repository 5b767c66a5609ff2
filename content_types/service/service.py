"""An online service (TT 53/2012/TT-BGDĐT, Điều 2.7): a form here, or a link to where it is offered.

NĐ 224/2026 Điều 14-15 leads many services through the National Public Service Portal: such a
service is described here with its code there and the reason, and listed like the others.
"""

from datetime import UTC
from datetime import datetime
from eduportal import _
from eduportal.content_types.service import rules
from plone.app.event.base import default_timezone
from plone.app.z3cform.widgets.datetime import DatetimeFieldWidget
from plone.app.z3cform.widgets.text import TextLinesFieldWidget
from plone.autoform import directives
from plone.dexterity.content import Container
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import Invalid
from zope.interface import implementer
from zope.interface import invariant


class IService(model.Schema):
    """An online service. It exists once, in Vietnamese, and is listed in both languages."""

    title = schema.TextLine(title=_("Name of the service"))

    kind = schema.Choice(
        title=_("Where it is offered"),
        description=_(
            "A form here is made by itself when the service is saved. Where the law leads the "
            "service through another portal, link to it instead."
        ),
        vocabulary="eduportal.service_kinds",
        default="form",
    )

    description = schema.Text(
        title=_("What it is for"), required=False, missing_value="", default=""
    )

    applicants = schema.Text(title=_("Who may apply"), required=False, missing_value="", default="")

    directives.widget("prepare", TextLinesFieldWidget)
    prepare = schema.Tuple(
        title=_("What to have at hand"),
        description=_("Papers, numbers, pictures; one per line."),
        value_type=schema.TextLine(),
        required=False,
        missing_value=(),
        default=(),
    )

    intro = schema.Text(
        title=_("More information"),
        description=_("Empty lines separate paragraphs."),
        required=False,
        missing_value="",
        default="",
    )

    procedure = schema.Choice(
        title=_("Administrative procedure"),
        description=_("The procedure of this portal that the service carries out."),
        vocabulary="eduportal.service_procedures",
        required=False,
    )

    season = schema.Choice(
        title=_("Admission season"), vocabulary="eduportal.service_seasons", required=False
    )

    code = schema.TextLine(
        title=_("Code of the service"),
        description=_("In the national database of procedures, for example 1.005099."),
        required=False,
        max_length=60,
    )

    scheme = schema.Choice(
        title=_("How far it runs online"),
        description=_(
            "Fully: the citizen never has to come. Partly: something has to be shown, signed or "
            "fetched in person (NĐ 42/2022/NĐ-CP, Điều 11)."
        ),
        vocabulary="eduportal.service_schemes",
        default="partial",
    )

    days = schema.Int(
        title=_("Time limit in working days"),
        description=_("Counted from the working day after the application was received."),
        required=False,
        min=0,
        max=365,
    )

    directives.widget("result_ways", CheckBoxFieldWidget)
    result_ways = schema.Tuple(
        title=_("How the result is handed over"),
        value_type=schema.Choice(vocabulary="eduportal.service_result_ways"),
        required=False,
        missing_value=(),
        default=("online", "in-person"),
    )

    model.fieldset(
        "elsewhere",
        label=_("Offered elsewhere"),
        description=_("Only for a service that is a link."),
        fields=["url", "level", "reason"],
    )

    url = schema.URI(
        title=_("Address of the service"), required=False, constraint=rules.is_web_address
    )

    level = schema.Choice(
        title=_("Level there"),
        description=_(
            "Levels 1-4 of Circular 53/2012/TT-BGDĐT. That of a form here is worked out from what "
            "it does."
        ),
        values=(1, 2, 3, 4),
        required=False,
    )

    reason = schema.Text(
        title=_("Why it is offered there"), required=False, missing_value="", default=""
    )

    model.fieldset(
        "opening",
        label=_("Opening and places"),
        fields=["opens", "closes", "quota", "waiting_list"],
    )

    directives.widget("opens", DatetimeFieldWidget, default_timezone=default_timezone)
    opens = schema.Datetime(title=_("Opens"), required=False)

    directives.widget("closes", DatetimeFieldWidget, default_timezone=default_timezone)
    closes = schema.Datetime(
        title=_("Closes"),
        description=_("Who began to fill in the form before has fifteen minutes more."),
        required=False,
    )

    quota = schema.Int(
        title=_("Number of applications that are taken"),
        description=_("In all languages together; empty: as many as come."),
        required=False,
        min=1,
    )

    waiting_list = schema.Bool(
        title=_("Keep a waiting list when all places are taken"), required=False, default=False
    )

    model.fieldset("files", label=_("Files"), fields=["max_mb", "max_files", "extensions"])

    max_mb = schema.Int(title=_("Megabytes of one file at most"), default=10, min=1, max=50)

    max_files = schema.Int(title=_("Files of one application at most"), default=10, min=1, max=30)

    directives.widget("extensions", CheckBoxFieldWidget)
    extensions = schema.Tuple(
        title=_("Kinds of files"),
        value_type=schema.Choice(vocabulary="eduportal.service_extensions"),
        default=("pdf", "jpg", "png", "heic"),
    )

    model.fieldset(
        "privacy",
        label=_("Personal data and officers"),
        fields=["consent", "factors", "retention_months", "officers"],
    )

    consent = schema.Text(
        title=_("Consent text"),
        description=_(
            "Whoever applies must agree to it: which data, what for, how long they are kept (Law "
            "91/2025/QH15). Empty: the usual text with the retention period below."
        ),
        required=False,
        missing_value="",
        default="",
    )

    directives.widget("factors", CheckBoxFieldWidget)
    factors = schema.Tuple(
        title=_("Verification when a case is looked up"),
        description=_("Beside the code of the case; the form must ask for at least one of them."),
        value_type=schema.Choice(vocabulary="eduportal.service_factors"),
        default=("phone", "birth_date"),
    )

    # too short a period, and the next purge destroys what nobody can bring back
    directives.write_permission(retention_months="eduportal.ManageServices")
    retention_months = schema.Int(
        title=_("Months that a closed case is kept"),
        description=_("After that it is removed with its files."),
        default=24,
        min=1,
        max=240,
    )

    directives.widget("officers", CheckBoxFieldWidget)
    directives.write_permission(officers="eduportal.ManageServices")
    # over REST a published service is read by everybody: who works here is nobody's business
    directives.read_permission(officers="eduportal.ManageServices")
    officers = schema.Tuple(
        title=_("Officers"),
        description=_("Who handles the cases of this service; none chosen: all case officers."),
        value_type=schema.Choice(vocabulary="eduportal.service_officers"),
        required=False,
        missing_value=(),
        default=(),
    )

    model.fieldset("fees", label=_("Fee"), fields=["fee", "fee_note"])

    directives.write_permission(fee="eduportal.ManageServices")
    fee = schema.Int(
        title=_("Fee in đồng"), description=_("0: no fee."), default=0, min=0, max=1_000_000_000
    )

    fee_note = schema.TextLine(
        title=_("Note on the fee"),
        description=_("Its legal basis, or who need not pay it."),
        required=False,
        max_length=300,
    )

    model.fieldset(
        "english",
        label=_("English"),
        description=_("Shown to English readers; what is empty is shown in Vietnamese."),
        fields=[
            "title_en",
            "description_en",
            "applicants_en",
            "prepare_en",
            "intro_en",
            "reason_en",
            "consent_en",
            "fee_note_en",
        ],
    )

    title_en = schema.TextLine(title=_("Name of the service in English"), required=False)

    description_en = schema.Text(
        title=_("What it is for, in English"), required=False, missing_value="", default=""
    )

    applicants_en = schema.Text(
        title=_("Who may apply, in English"), required=False, missing_value="", default=""
    )

    directives.widget("prepare_en", TextLinesFieldWidget)
    prepare_en = schema.Tuple(
        title=_("What to have at hand, in English"),
        value_type=schema.TextLine(),
        required=False,
        missing_value=(),
        default=(),
    )

    intro_en = schema.Text(
        title=_("More information, in English"), required=False, missing_value="", default=""
    )

    reason_en = schema.Text(
        title=_("Why it is offered there, in English"),
        required=False,
        missing_value="",
        default="",
    )

    consent_en = schema.Text(
        title=_("Consent text in English"), required=False, missing_value="", default=""
    )

    fee_note_en = schema.TextLine(
        title=_("Note on the fee, in English"), required=False, max_length=300
    )

    @invariant
    def link_leads_somewhere(data: "IService") -> None:
        if data.kind == "link" and not data.url:
            raise Invalid(_("Give the address where the service is offered."))

    @invariant
    def opens_before_it_closes(data: "IService") -> None:
        if data.opens and data.closes and rules.aware(data.closes) <= rules.aware(data.opens):
            raise Invalid(_("The service must open before it closes."))

    @invariant
    def can_be_looked_up(data: "IService") -> None:
        if data.kind == "form" and not data.factors:
            raise Invalid(
                _("Choose at least one verification: without it nobody could follow the case.")
            )


@implementer(IService)
class Service(Container):
    """The service; a form service holds its form in Vietnamese under the id ``to-khai``."""

    # Not a translatable page: without this it would be saved with no language at all.
    language = "vi"

    def words(self, name: str, language: str) -> str | tuple[str, ...]:
        """A text of the service for a reader; in Vietnamese where there is no English."""
        english = getattr(self, f"{name}_en", None) if language == "en" else None
        return english or getattr(self, name, None) or ""

    def opening(self, now: datetime | None = None) -> str:
        """``open``, ``before`` or ``after`` its time; a link is open as far as we know."""
        now = now or datetime.now(UTC)
        if self.opens and now < rules.aware(self.opens):
            return "before"
        if self.closes and now >= rules.aware(self.closes):
            return "after"
        return "open"
