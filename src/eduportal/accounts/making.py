"""Making an account, and the two ways to hand it over: a mail with a link, or a printed slip."""

from dataclasses import dataclass
from datetime import datetime
from eduportal import _
from eduportal.accounts.doorkeeper import doorkeeper
from eduportal.audit import record
from eduportal.mail import letters
from eduportal.mail.links import base_url
from eduportal.mail.text import is_address
from eduportal.vietnamese import slug
from plone import api
from zope.i18n import translate
import re
import secrets

NOBODY = "@example.invalid"
"""Plone asks for an address; to one of these no mail is ever sent (RFC 2606)."""
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]+[a-z0-9]")
LONGEST_LOGIN = 64


@dataclass(frozen=True)
class Slip:
    """What is printed and handed over; the password opens nothing but the change of password."""

    login: str
    fullname: str
    password: str


def is_login(text: str) -> bool:
    """Whether a name to sign in with can be typed on any keyboard."""
    return len(text) <= LONGEST_LOGIN and LOGIN.fullmatch(text) is not None


def login_from(fullname: str) -> str:
    """``annv`` for Nguyễn Văn An: the given name, then the initials, as offices do it."""
    words = [word for word in slug(fullname).split("-") if word]
    return words[-1] + "".join(word[0] for word in words[:-1]) if words else ""


def free_login(wanted: str) -> str:
    """A login that nobody has, made of what was wanted."""
    base = re.sub(r"[^a-z0-9._-]", "", slug(wanted) or "nguoidung")[:40].strip(".-_")
    taken = (base if number == 1 else f"{base}{number}" for number in range(1, 10_000))
    return next(login for login in taken if not exists(login))


def exists(login: str) -> bool:
    """Whether this portal, or the instance above it, has an account of that name."""
    users = api.portal.get_tool("acl_users")
    if users._verifyUser(users.plugins, login=login) or users._verifyUser(
        users.plugins, user_id=login
    ):
        return True
    return users.getPhysicalRoot().acl_users.getUser(login) is not None


def make(login: str, fullname: str, email: str, position: str, groups: tuple[str, ...]) -> None:
    """An account that nobody can sign in to yet: its password is known to nobody."""
    with api.env.adopt_roles(["Manager"]):
        api.user.create(
            username=login,
            email=email or f"{login}{NOBODY}",
            password=secrets.token_urlsafe(24),
            properties={"fullname": fullname, "position": position},
        )
        for group in groups:
            api.group.add_user(groupname=group, username=login)
    record(
        "account.made",
        where=login,
        after={"fullname": fullname, "position": position, "groups": sorted(groups)},
    )


def can_be_mailed(email: str) -> bool:
    """Whether the portal can write and the address is a real one."""
    return is_address(email) and not email.endswith(NOBODY) and letters.sender() is not None


def invite(user_id: str) -> datetime:
    """Queue a mail with a link to choose a password; returns until when the link is good."""
    portal = api.portal.get()
    member = api.user.get(userid=user_id)
    reset = api.portal.get_tool("portal_password_reset").requestReset(user_id)
    unit = portal.title
    facts = {
        "name": member.getProperty("fullname") or member.getUserName(),
        "unit": unit,
        "login": member.getUserName(),
        "link": f"{base_url(portal)}/passwordreset/{reset['randomstring']}",
        "until": reset["expires"].strftime("%d/%m/%Y %H:%M"),
    }
    subject = _(
        "invitation_subject", default="Your account in the portal of ${unit}", mapping=facts
    )
    text = _(
        "invitation_text",
        default=(
            "Dear ${name},\n\nan account was made for you in the portal of ${unit}.\n\n"
            "Name to sign in with: ${login}\n\n"
            "Open this address and choose a password. It works once, until ${until}:\n${link}\n\n"
            "If you did not expect this mail, you need not do anything."
        ),
        mapping=facts,
    )
    language = "vi"
    letters.send(
        letters.letter(
            letters.sender(),
            member.getProperty("email"),
            translate(subject, target_language=language),
            translate(text, target_language=language),
        )
    )
    record("account.invited", where=member.getUserName())
    return reset["expires"]


def one_time_password(user_id: str) -> Slip:
    """Give an account a new password that has to be replaced at the first sign-in."""
    member = api.user.get(userid=user_id)
    parts = ("".join(secrets.choice(ALPHABET) for _i in range(4)) for _j in range(4))
    password = "-".join(parts)
    with api.env.adopt_roles(["Manager"]):
        member.setSecurityProfile(password=password)
        member.setMemberProperties({"must_change_password": True})
    portal = api.portal.get()
    doorkeeper(portal).attempts().unlock(member.getUserName())
    record("account.one-time password", where=member.getUserName())
    return Slip(member.getUserName(), member.getProperty("fullname") or "", password)
