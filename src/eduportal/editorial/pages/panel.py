"""Control panel "Editorial board": how strictly this portal approves."""

from eduportal import _
from eduportal.editorial.settings import PREFIX
from eduportal.editorial.settings import IEditorialSettings
from plone.app.registry.browser import controlpanel


class EditorialForm(controlpanel.RegistryEditForm):
    """The rules that a board sets itself."""

    schema = IEditorialSettings
    schema_prefix = PREFIX
    label = _("Editorial board")
    description = _(
        "How this portal approves. Deputies of the chief editor are named on a page of their own: "
        "@@deputies."
    )


class EditorialControlPanel(controlpanel.ControlPanelFormWrapper):
    """The page around the form."""

    form = EditorialForm
