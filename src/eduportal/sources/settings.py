"""Control panel "Sources of texts": registry ``eduportal.sources.*``."""

from eduportal import _
from plone.app.registry.browser import controlpanel
from zope import schema
from zope.interface import Interface

PREFIX = "eduportal.sources"


class ISourceSettings(Interface):
    """What editors are warned about."""

    free_hosts = schema.Tuple(
        title=_("Free web hosts"),
        description=_(
            "One host per line; its sub-domains count as well. Editors are warned, not stopped, "
            "when a text or a source leads there (Kon Tum, II.1: “Không sử dụng các Trang thông "
            "tin điện tử liên kết từ các Website (violet.vn, webnode.vn,...)”)."
        ),
        value_type=schema.TextLine(),
        required=False,
        default=("violet.vn", "webnode.vn"),
        missing_value=(),
    )


class SourceSettingsForm(controlpanel.RegistryEditForm):
    """The list of hosts."""

    schema = ISourceSettings
    schema_prefix = PREFIX
    label = _("Sources of texts")
    description = _("What editors are told when they save a text.")


class SourceSettingsControlPanel(controlpanel.ControlPanelFormWrapper):
    """The page around the form."""

    form = SourceSettingsForm
