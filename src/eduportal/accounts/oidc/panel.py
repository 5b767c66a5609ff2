"""``@@eduportal-oidc-controlpanel``: the provider; an administrator of the whole system sets it.

Whoever runs the provider can sign in as anybody here, so it is not a unit's own choice.
"""

from dataclasses import replace
from eduportal import _
from eduportal.accounts.oidc import client
from eduportal.accounts.oidc.settings import Provider
from eduportal.accounts.oidc.settings import provider
from eduportal.accounts.oidc.settings import store
from eduportal.accounts.web.page import AccountsPage
from eduportal.audit import record
from functools import cached_property
from plone.protect.authenticator import check as check_authenticator
from zope.i18nmessageid import Message


class ProviderPanel(AccountsPage):
    """A provider that does not answer cannot be saved."""

    page_heading = _("Signing in elsewhere")

    problem: Message | None = None

    @cached_property
    def stored(self) -> Provider:
        return provider(self.portal) or Provider()

    @cached_property
    def shown(self) -> Provider:
        """What stands in the fields: what was typed, else what is stored."""
        return self._typed() if "save" in self.request.form else self.stored

    @property
    def callback(self) -> str:
        return f"{self.url}/@@oidc-callback"

    @property
    def choosable(self) -> dict[str, str]:
        """Who the provider makes an account for is no administrator by that."""
        return {name: title for name, title in self.groups.items() if name != "administrators"}

    def post(self) -> str | None:
        check_authenticator(self.request)
        if "remove" in self.request.form:
            store(self.portal, None)
            record("oidc.removed", before=self.stored.issuer)
            self.tell(_("Signing in elsewhere is switched off."))
            return self.lead_to(f"{self.url}/@@eduportal-oidc-controlpanel")
        typed = self.shown
        self.problem = self._problem(typed)
        if self.problem is not None:
            return None
        store(self.portal, typed)
        record("oidc.set", before=self.stored.issuer, after=typed.issuer)
        self.tell(_("Changes saved."))
        return self.lead_to(f"{self.url}/@@eduportal-oidc-controlpanel")

    def _typed(self) -> Provider:
        group = self.text("group")
        typed = Provider(
            title=self.text("title"),
            issuer=self.text("issuer"),
            client_id=self.text("client_id"),
            secret=self.text("secret"),
            make_accounts="make_accounts" in self.request.form,
            group=group if group in self.choosable else "",
        )
        # the secret is never shown; left empty it stays, unless it belonged to another provider
        same = typed.issuer == self.stored.issuer
        return typed if typed.secret or not same else replace(typed, secret=self.stored.secret)

    def _problem(self, typed: Provider) -> Message | None:
        if not (typed.title and typed.issuer and typed.client_id):
            return _("Title, address and client id are needed.")
        if not client.is_safe(typed.issuer):
            return _("The address has to begin with https://.")
        try:
            client.discover(typed.issuer)
        except client.OidcError as error:
            return _(
                "oidc_no_discovery",
                default="The provider cannot be used: ${error}",
                mapping={"error": str(error)},
            )
        return None
