"""Control panel "Visit figures": registry ``eduportal.visits.*``."""

from eduportal import _
from plone import api
from plone.app.registry.browser import controlpanel
from zope import schema
from zope.interface import Interface

PREFIX = "eduportal.visits"
MOST = 10**12


class IVisitSettings(Interface):
    """Whether visits are counted and shown, and from which number on."""

    counted = schema.Bool(
        title=_("Count visits"),
        description=_("Without cookies and without keeping an address; robots are left out."),
        required=False,
        default=True,
    )
    shown = schema.Bool(
        title=_("Show the figures at the foot of every page"),
        description=_("The home page has a block for them besides."),
        required=False,
        default=True,
    )
    start = schema.Int(
        title=_("Visits counted before"),
        description=_(
            "The number that the unit's former website had reached; it is added to the total."
        ),
        min=0,
        max=MOST,
        required=True,
        default=0,
    )


def setting(name: str):
    """One of the settings of the portal at hand; the schema's default where it has none."""
    default = IVisitSettings[name].default
    return api.portal.get_registry_record(f"{PREFIX}.{name}", default=default)


class VisitForm(controlpanel.RegistryEditForm):
    """The three settings."""

    schema = IVisitSettings
    schema_prefix = PREFIX
    label = _("Visit figures")


class VisitControlPanel(controlpanel.ControlPanelFormWrapper):
    """The page around the form."""

    form = VisitForm
