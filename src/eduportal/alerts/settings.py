"""Control panel "New documents by e-mail": registry ``eduportal.alerts.*``."""

from eduportal import _
from eduportal.alerts import store
from eduportal.units import closing
from plone import api
from plone.app.registry.browser import controlpanel
from zope import schema
from zope.interface import Interface

PREFIX = "eduportal.alerts"


class IAlertSettings(Interface):
    """Whether visitors may have new documents sent to them."""

    enabled = schema.Bool(
        title=_("Visitors may have new documents of a search sent by e-mail"),
        description=_(
            "Switched off, the register offers it no longer and nothing is sent; who asked for it "
            "can still stop it."
        ),
        required=False,
        default=True,
    )


def offered() -> bool:
    """Whether the portal at hand sends new documents: switched on, and the unit is open."""
    on = api.portal.get_registry_record(f"{PREFIX}.enabled", default=False)
    return bool(on) and closing.successor() is None


class AlertForm(controlpanel.RegistryEditForm):
    """The switch, and how many people use it."""

    schema = IAlertSettings
    schema_prefix = PREFIX
    label = _("New documents by e-mail")

    @property
    def description(self):
        return _(
            "alerts_panel_lead",
            default="Saved searches of the register that their receivers confirmed: ${count}.",
            mapping={"count": store.confirmed(api.portal.get())},
        )


class AlertControlPanel(controlpanel.ControlPanelFormWrapper):
    """The page around the form."""

    form = AlertForm
