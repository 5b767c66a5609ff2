"""What an administrator does to an account; each refusal is a sentence."""

from eduportal import _
from eduportal.accounts.doorkeeper import doorkeeper
from eduportal.accounts.making import NOBODY
from eduportal.accounts.people import groups as choosable
from eduportal.accounts.people import last_administrator
from eduportal.accounts.people import person
from eduportal.accounts.switched import AccountSwitched
from eduportal.audit import record
from eduportal.mail.text import is_address
from plone import api
from zope.event import notify
from zope.i18nmessageid import Message
import time

LONGEST = 200


class Refused(Exception):
    """An account stays as it is; the argument is a translatable sentence."""

    @property
    def message(self) -> Message:
        return self.args[0]


def switch_off(portal, user_id: str) -> None:
    """Nobody signs in to it any longer, and who is signed in is out at once; nothing is lost."""
    check_may_change(portal, user_id)
    if user_id == api.user.get_current().getId():
        raise Refused(_("You cannot switch your own account off."))
    if last_administrator(portal, user_id):
        raise Refused(LAST)
    keeper = doorkeeper(portal)
    if user_id not in keeper.off:
        keeper.off[user_id] = int(time.time())
        keeper.end_sessions(user_id)
        record("account.switched off", where=_login(user_id))
        notify(AccountSwitched(user_id, True))


def switch_on(portal, user_id: str) -> None:
    check_may_change(portal, user_id)
    keeper = doorkeeper(portal)
    if user_id in keeper.off:
        del keeper.off[user_id]
        record("account.switched on", where=_login(user_id))
        notify(AccountSwitched(user_id, False))


def unlock(portal, user_id: str) -> None:
    """End every wait of the account."""
    login = _login(user_id)
    doorkeeper(portal).attempts().unlock(login)
    record("account.unlocked", where=login)


def remove_second_factor(portal, user_id: str) -> None:
    """For who lost the phone and the recovery codes; the administrator has made sure who asks."""
    check_may_change(portal, user_id)
    keeper = doorkeeper(portal)
    if user_id in keeper.factors:
        del keeper.factors[user_id]
        keeper.end_sessions(user_id)
        record("second factor.removed", where=_login(user_id))


def describe(
    portal, user_id: str, fullname: str, email: str, position: str, groups: set[str]
) -> None:
    """Set name, address, position and the groups among those that can be chosen."""
    check_may_change(portal, user_id)
    check_facts(fullname, email)
    offered = set(choosable(portal))
    present = set(person(portal, user_id).groups) & offered
    leaves = "administrators" in present - groups
    if leaves and last_administrator(portal, user_id):
        raise Refused(LAST)
    member = api.user.get(userid=user_id)
    values = {
        "fullname": fullname.strip(),
        "email": email or f"{user_id}{NOBODY}",
        "position": position.strip()[:LONGEST],
    }
    changed = {k: v for k, v in values.items() if (member.getProperty(k) or "") != v}
    if changed:
        member.setMemberProperties(changed)
    with api.env.adopt_roles(["Manager"]):
        for name in (groups & offered) - present:
            api.group.add_user(groupname=name, username=user_id)
        for name in present - groups:
            api.group.remove_user(groupname=name, username=user_id)


def check_facts(fullname: str, email: str) -> None:
    """Refuse what an account cannot be called."""
    if not fullname.strip() or len(fullname) > LONGEST:
        raise Refused(_("Please write the full name."))
    if email and not is_address(email):
        raise Refused(_("Please write one e-mail address, such as ten@vi-du.vn."))


def check_may_change(portal, user_id: str) -> None:
    """Only the portal's own accounts; one that may manage the instance, only who may too."""
    if person(portal, user_id) is None:
        raise Refused(_("This portal has no such account."))
    is_manager = "Manager" in api.user.get_roles(username=user_id)
    if is_manager and not api.user.has_permission("Manage portal", obj=portal):
        raise Refused(
            _(
                "refused_managers_account",
                default="Only an administrator of the whole system changes this account.",
            )
        )


def _login(user_id: str) -> str:
    member = api.user.get(userid=user_id)
    if member is None:
        raise Refused(_("This portal has no such account."))
    return member.getUserName()


LAST = _("This is the last administrator who can sign in. Appoint another one first.")
