"""Control panel "The editorial board's page": registry ``eduportal.board.*``."""

from eduportal import _
from plone.app.registry.browser import controlpanel
from plone.autoform import directives
from plone.registry.interfaces import IRegistry
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.component import queryUtility
from zope.interface import Interface
from zope.interface import Invalid
import re

PREFIX = "eduportal.board"
LINK = re.compile(r"(https?://\S+|/(?!/)\S*)")


def is_link(value: str) -> bool:
    """An address of the web or a path in this portal; never a script."""
    if LINK.fullmatch(value.strip()):
        return True
    raise Invalid(_("Not an address: copy it from the browser, it begins with https:// ."))


def _link(title) -> schema.TextLine:
    return schema.TextLine(
        title=title,
        description=_("The document's address in this portal's register."),
        required=False,
        default=None,
        constraint=is_link,
    )


class IBoardSettings(Interface):
    """What stands on the page beside the members, who are read from the groups."""

    published = schema.Bool(
        title=_("Show the page to everybody"),
        description=_("In the section “Editorial board and portal regulation”."),
        required=False,
        default=False,
    )
    decision_number = schema.TextLine(
        title=_("Founding decision: number and symbol"), required=False, default=None
    )
    decision_date = schema.Date(title=_("Founding decision: date"), required=False, default=None)
    decision_link = _link(_("Founding decision: link"))
    regulation_number = schema.TextLine(
        title=_("Regulation of the portal: number and symbol"), required=False, default=None
    )
    regulation_date = schema.Date(
        title=_("Regulation of the portal: date"), required=False, default=None
    )
    regulation_link = _link(_("Regulation of the portal: link"))

    directives.widget(parts=CheckBoxFieldWidget)
    parts = schema.Tuple(
        title=_("What the regulation lays down"),
        description=_(
            "Tick what stands in it. These parts are demanded by Thủ Dầu Một III.5; the time "
            "limits by Quảng Ngãi III.1."
        ),
        value_type=schema.Choice(vocabulary="eduportal.regulation_parts"),
        required=False,
        default=(),
        missing_value=(),
    )
    support_group = schema.Choice(
        title=_("Support team (a group)"),
        description=_("Named after the board, where the unit has one (Quảng Ngãi III.1)."),
        vocabulary="plone.app.vocabularies.Groups",
        required=False,
        default=None,
    )

    directives.widget(hidden=CheckBoxFieldWidget)
    hidden = schema.Tuple(
        title=_("Not named on the page"),
        description=_("Who does not wish to be named, or is on the board for technical reasons."),
        value_type=schema.Choice(vocabulary="eduportal.board_members"),
        required=False,
        default=(),
        missing_value=(),
    )
    show_email = schema.Bool(
        title=_("Show the members' e-mail addresses"),
        description=_("Only with their consent (Law 91/2025/QH15)."),
        required=False,
        default=False,
    )


def settings() -> IBoardSettings:
    """The portal's settings; their defaults in a portal that has none yet."""
    registry = queryUtility(IRegistry)
    return registry.forInterface(IBoardSettings, prefix=PREFIX, check=False)


class BoardForm(controlpanel.RegistryEditForm):
    """Open to chief editors too, who see no other control panel."""

    schema = IBoardSettings
    schema_prefix = PREFIX
    label = _("The editorial board's page")
    description = _("The members come from the groups; a person's name and post from the account.")

    @property
    def control_panel_url(self) -> str:
        return f"{self.context.absolute_url()}/@@editorial-board"


class BoardControlPanel(controlpanel.ControlPanelFormWrapper):
    """The page around the form."""

    form = BoardForm
