"""Control panel "Signing in": registry ``eduportal.accounts.*``."""

from eduportal import _
from plone import api
from plone.app.registry.browser import controlpanel
from zope import schema
from zope.interface import Interface
from zope.interface import Invalid
from zope.interface import invariant

PREFIX = "eduportal.accounts"


class IAccountSettings(Interface):
    """How hard it is to guess a way in."""

    shortest_password = schema.Int(
        title=_("Shortest password"),
        description=_("So many characters at least. Passwords in use stay valid."),
        min=10,
        max=64,
        default=12,
    )
    attempts = schema.Int(
        title=_("Failed sign-ins before a wait"),
        description=_(
            "After so many failures of an account from one place the next attempt has to wait."
        ),
        min=3,
        max=20,
        default=5,
    )
    first_wait = schema.Int(
        title=_("First wait, in minutes"),
        description=_("Each further failure doubles the wait."),
        min=1,
        max=60,
        default=1,
    )
    longest_wait = schema.Int(title=_("Longest wait, in minutes"), min=1, max=24 * 60, default=30)
    require_second_factor = schema.Bool(
        title=_("Chief editors and administrators need a second factor"),
        description=_(
            "Beside the password they sign in with a code from an authenticator program on their "
            "phone. Who has none yet is asked to set it up at the next page they open. Commands "
            "and programs that sign in with name and password alone are refused for them."
        ),
        required=False,
        default=False,
    )

    @invariant
    def longest_is_longer(data) -> None:
        if (data.first_wait or 0) > (data.longest_wait or 0):
            raise Invalid(_("The longest wait has to be at least as long as the first."))


def setting(name: str):
    """The value in force in the portal at hand; the default where the record is missing."""
    default = IAccountSettings[name].default
    value = api.portal.get_registry_record(f"{PREFIX}.{name}", default=default)
    return default if value is None else value


class AccountForm(controlpanel.RegistryEditForm):
    """The rules of signing in."""

    schema = IAccountSettings
    schema_prefix = PREFIX
    label = _("Signing in")
    description = _("Passwords, lock-out after failures, and the second factor.")


class AccountControlPanel(controlpanel.ControlPanelFormWrapper):
    """The page around the form."""

    form = AccountForm
