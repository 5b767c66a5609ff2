"""Control panel "Procedures": registry ``eduportal.procedures.*``."""

from eduportal import _
from eduportal import terms
from eduportal.content_types.procedure.settings import PREFIX
from eduportal.content_types.procedure.settings import shipped
from eduportal.federation import parents_procedures
from plone import api
from plone.app.registry.browser import controlpanel
from plone.app.z3cform.widgets.text import TextLinesFieldWidget
from plone.autoform import directives
from plone.registry.interfaces import IRegistry
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.component import queryUtility
from zope.interface import Interface
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary

FITTING = "fitting"
CHOSEN = "chosen"
NONE = "none"


class IProcedureSettings(Interface):
    """Lists, the parent's procedures, and the official number of them."""

    areas = terms.lines(shipped("areas"), _("Fields of procedures"))

    from_parent = schema.Choice(
        title=_("Procedures of the parent unit"),
        description=_("Shown by reference, never copied; they stay the parent's."),
        vocabulary="eduportal.procedures_from_parent",
        default=FITTING,
    )

    directives.widget("from_parent_chosen", CheckBoxFieldWidget)
    from_parent_chosen = schema.Tuple(
        title=_("Chosen procedures of the parent unit"),
        description=_("Only where these are to be shown and no others."),
        value_type=schema.Choice(vocabulary="eduportal.procedures_of_parent"),
        required=False,
        missing_value=(),
        default=(),
    )

    official_count = schema.Int(
        title=_("Number of procedures officially announced"),
        description=_(
            "Of the decision that announces the list; the page then says how many of them are "
            "published here. Empty: nothing is said."
        ),
        required=False,
        min=1,
        max=5000,
    )

    directives.widget("official_codes", TextLinesFieldWidget)
    official_codes = schema.Tuple(
        title=_("Their codes"),
        description=_(
            "One per line, a name may follow after a bar: 1.005099 | name. Editors then see which "
            "ones are missing, and the lines count instead of the number above."
        ),
        value_type=schema.TextLine(),
        required=False,
        missing_value=(),
        default=(),
    )

    official_source = schema.TextLine(
        title=_("The decision that announces them"),
        description=_("Number, date, issuer."),
        required=False,
    )


def setting(name: str):
    """One setting of the portal; its default in a portal that has none yet."""
    registry = queryUtility(IRegistry)
    kept = registry.get(f"{PREFIX}.{name}") if registry is not None else None
    return IProcedureSettings[name].default if kept is None else kept


@provider(IVocabularyFactory)
def from_parent(context) -> SimpleVocabulary:
    """How the parent's procedures are chosen."""
    titles = {
        FITTING: _("Those for this kind of unit and the people it serves"),
        CHOSEN: _("Those chosen below"),
        NONE: _("procedures_no_parent", default="None of them"),
    }
    return SimpleVocabulary([SimpleTerm(name, name, title) for name, title in titles.items()])


@provider(IVocabularyFactory)
def of_parent(context) -> SimpleVocabulary:
    """What the parent offers now, and what was chosen before and is not offered any more."""
    offered = {one["uid"]: one["title"] for one in parents_procedures(api.portal.get())}
    gone = {uid: uid for uid in setting("from_parent_chosen") if uid not in offered}
    both = offered | gone
    return SimpleVocabulary([SimpleTerm(uid, uid, title) for uid, title in both.items()])


class ProcedureSettingsForm(controlpanel.RegistryEditForm):
    """The settings of one portal."""

    schema = IProcedureSettings
    schema_prefix = PREFIX
    label = _("Procedures")
    description = _("Fields, the parent unit's procedures, and how many there should be.")


class ProcedureSettingsControlPanel(controlpanel.ControlPanelFormWrapper):
    """The page around the form."""

    form = ProcedureSettingsForm
