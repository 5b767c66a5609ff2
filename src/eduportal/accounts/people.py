"""The people of a portal as their administrator sees them."""

from dataclasses import dataclass
from datetime import datetime
from eduportal import _
from eduportal.accounts.doorkeeper import doorkeeper
from eduportal.accounts.making import NOBODY
from eduportal.vietnamese import fold
from plone import api
from Products.CMFPlone.browser.login.utils import has_logged_in
from zope.i18nmessageid import Message

DUTIES: dict[str, Message] = {
    "contributors": _("Writes news and pages and sends them in; publishes nothing."),
    "editors": _("Writes, and edits what others wrote; publishes nothing."),
    "chief-editors": _("Approves, returns, schedules and withdraws; writes and edits too."),
    "administrators": _("Looks after accounts, sections and settings; publishes nothing."),
    "feedback-readers": _("Reads the messages that visitors sent."),
    "case-officers": _("Handles the cases of online services: sees what applicants sent."),
    "cashiers": _("Confirms fees that were paid; sees nobody's application."),
}
"""What the members of a group may do, in plain words."""


@dataclass(frozen=True)
class Person:
    """One account. ``wait`` is how many seconds it is locked somewhere; ``email`` "" if none."""

    user_id: str
    login: str
    fullname: str
    email: str
    position: str
    groups: tuple[str, ...]
    last_sign_in: datetime | None
    is_off: bool
    wait: int
    has_second_factor: bool
    must_change_password: bool

    @property
    def name_order(self) -> tuple[str, ...]:
        """Given name, family name, middle names: the order of Vietnamese lists."""
        words = fold(self.fullname).split() or [self.login]
        return (words[-1], *words[:-1])


def people(portal, words: str = "") -> list[Person]:
    """Everybody, or who has ``words`` in name, login, address or position; in order of names."""
    wanted = fold(words).split()
    members = portal.portal_membership.listMembers()
    locked = doorkeeper(portal).attempts().locked([m.getUserName() for m in members])
    found = [_person(portal, member, locked) for member in members]
    return sorted((p for p in found if _fits(p, wanted)), key=lambda p: p.name_order)


def person(portal, user_id: str) -> Person | None:
    """One of the portal's own people; None for anybody else, the instance's administrator too."""
    users = portal.acl_users
    if not user_id or users._verifyUser(users.plugins, user_id=user_id) is None:
        return None
    member = api.user.get(userid=user_id)
    locked = doorkeeper(portal).attempts().locked([member.getUserName()])
    return _person(portal, member, locked)


def groups(portal) -> dict[str, str]:
    """The groups that an administrator may put people into, with their titles."""
    found = {}
    for group in portal.portal_groups.listGroups():
        if group.getId() != "AuthenticatedUsers" and "Manager" not in group.getRoles():
            found[group.getId()] = group.getProperty("title") or group.getId()
    order = {name: place for place, name in enumerate(DUTIES)}
    return dict(sorted(found.items(), key=lambda one: order.get(one[0], len(order))))


def last_administrator(portal, user_id: str) -> bool:
    """Whether nobody else who can sign in administers the portal."""
    members = portal.portal_groups.getGroupMembers("administrators")
    if user_id not in members:
        return False
    off = doorkeeper(portal).off
    # A group goes on naming who was deleted.
    return not any(
        one != user_id and one not in off and portal.acl_users.getUserById(one) for one in members
    )


def _person(portal, member, locked: dict[str, int]) -> Person:
    keeper = doorkeeper(portal)
    user_id, login = member.getId(), member.getUserName()
    email = member.getProperty("email") or ""
    signed_in = member.getProperty("login_time", None)
    return Person(
        user_id=user_id,
        login=login,
        fullname=member.getProperty("fullname") or login,
        email="" if email.endswith(NOBODY) else email,
        position=member.getProperty("position") or "",
        groups=tuple(name for name in member.getGroups() if name != "AuthenticatedUsers"),
        last_sign_in=signed_in.toZone("UTC").asdatetime() if has_logged_in(signed_in) else None,
        is_off=user_id in keeper.off,
        wait=locked.get(login, 0),
        has_second_factor=keeper.factor(user_id) is not None,
        must_change_password=bool(member.getProperty("must_change_password", False)),
    )


def _fits(one: Person, wanted: list[str]) -> bool:
    text = fold(" ".join((one.fullname, one.login, one.email, one.position)))
    return all(word in text for word in wanted)
