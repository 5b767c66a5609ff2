"""``@@account``: a new account, or one account and what can be done to it."""

from eduportal import _
from eduportal.accounts import changing
from eduportal.accounts.making import can_be_mailed
from eduportal.accounts.making import exists
from eduportal.accounts.making import invite
from eduportal.accounts.making import is_login
from eduportal.accounts.making import login_from
from eduportal.accounts.making import make
from eduportal.accounts.making import one_time_password
from eduportal.accounts.people import Person
from eduportal.accounts.people import person
from eduportal.accounts.web.page import AccountsPage
from functools import cached_property
from plone.protect.authenticator import check as check_authenticator
from urllib.parse import urlencode
from zExceptions import NotFound
from zope.i18nmessageid import Message

ACTIONS = {
    "off": (changing.switch_off, _("The account is switched off.")),
    "on": (changing.switch_on, _("The account can be used again.")),
    "unlock": (changing.unlock, _("The account is unlocked.")),
    "remove-factor": (
        changing.remove_second_factor,
        _("The second factor was removed. The person can set up a new one."),
    ),
}

NO_LOGIN = _(
    "A login has three characters at least: small letters without marks, digits, dot, hyphen and "
    "underscore; it begins and ends with a letter or digit."
)
TAKEN = _("login_taken", default="The login “${login}” cannot be used. Choose another one.")


class Account(AccountsPage):
    """Without ``id`` the form of a new one."""

    page_heading = _("Account")

    problem = None
    slip = None

    @cached_property
    def user_id(self) -> str:
        return self.text("id")

    @cached_property
    def person(self) -> Person | None:
        found = person(self.portal, self.user_id) if self.user_id else None
        if self.user_id and found is None:
            raise NotFound("account")
        return found

    @property
    def address(self) -> str:
        return f"{self.url}/@@account?{urlencode({'id': self.user_id})}"

    @property
    def can_be_mailed(self) -> bool:
        return self.person is not None and can_be_mailed(self.person.email)

    def typed(self, name: str) -> str:
        """What stands in a field: what was typed, else what is stored."""
        if self.request.method == "POST" and name in self.request.form:
            return self.text(name)
        return "" if self.person is None else getattr(self.person, name)

    def is_chosen(self, group: str) -> bool:
        if self.request.method == "POST" and "save" in self.request.form:
            return group in self._groups
        return self.person is not None and group in self.person.groups

    def post(self) -> str | None:
        check_authenticator(self.request)
        form = self.request.form
        try:
            if "save" in form:
                return self._save() if self.person is not None else self._make()
            if self.person is not None:
                return self._act()
        except changing.Refused as refused:
            self.problem = refused.message
        return None

    @property
    def _groups(self) -> set[str]:
        given = self.request.form.get("groups", [])
        return set([given] if isinstance(given, str) else given) & set(self.groups)

    def _save(self) -> str:
        changing.describe(
            self.portal,
            self.user_id,
            self.text("fullname"),
            self.text("email"),
            self.text("position"),
            self._groups,
        )
        self.tell(_("Changes saved."))
        return self.lead_to(self.address)

    def _make(self) -> str:
        fullname, email = self.text("fullname"), self.text("email")
        changing.check_facts(fullname, email)
        login = self.text("login").lower() or login_from(fullname)
        if not is_login(login):
            raise changing.Refused(NO_LOGIN)
        if exists(login):
            raise changing.Refused(Message(TAKEN, mapping={"login": login}))
        make(login, fullname, email, self.text("position"), tuple(sorted(self._groups)))
        self.user_id = login
        del self.person
        self.tell(_("The account was made. Now hand it over: by mail or as a printed slip."))
        return self.lead_to(self.address)

    def _act(self) -> str | None:
        form = self.request.form
        for name, (act, told) in ACTIONS.items():
            if name in form:
                act(self.portal, self.user_id)
                self.tell(told)
                return self.lead_to(self.address)
        changing.check_may_change(self.portal, self.user_id)
        if "slip" in form:
            self.slip = one_time_password(self.user_id)
            del self.person
        elif "invite" in form and self.can_be_mailed:
            until = invite(self.user_id)
            self.tell(
                _(
                    "invitation_sent",
                    default="A mail with a link is on its way. The link is good until ${until}.",
                    mapping={"until": self.when(until)},
                )
            )
            return self.lead_to(self.address)
        return None
