"""The people of the board as receivers of mail: addresses, languages, what they asked for."""

from eduportal import editorial
from eduportal.accounts import is_off
from eduportal.mail.letters import sender
from eduportal.mail.links import base_url
from eduportal.mail.text import is_address
from eduportal.mail.text import one_line
from eduportal.notifications.notes import Person
from eduportal.notifications.notes import Portal
from eduportal.units.settings import unit_of
from plone import api

PROPERTY = "editorial_mail"
EACH = "each"
WEEKLY = "weekly"
OFF = "off"
WISHES = (EACH, WEEKLY, OFF)
EXAMINERS = ("Editor", "Reviewer")
"""Who holds "eduportal: Examine content"."""


def wish(member) -> str:
    """What a member has asked for; mails for each step until then."""
    chosen = member.getProperty(PROPERTY, EACH)
    return chosen if chosen in WISHES else EACH


def person(userid: str, wished: tuple[str, ...]) -> Person | None:
    """The member as a receiver.

    None without an address, where this mail is not wished for, and when the account is off: who
    has left learns no more titles of what waits.
    """
    if is_off(userid):
        return None
    member = api.user.get(userid=userid)
    address = (member.getProperty("email", "") or "") if member is not None else ""
    if not is_address(address) or wish(member) not in wished:
        return None
    language = "en" if member.getProperty("language", "") == "en" else "vi"
    name = one_line(member.getProperty("fullname", "") or member.getUserName())
    return Person(userid, name, address, language)


def examiners() -> list[str]:
    """Ids of those who may give the second look, by their roles in the whole portal."""
    roles = api.portal.get_tool("acl_users").portal_role_manager
    named = {name for role in EXAMINERS for name, _title in roles.listAssignedPrincipals(role)}
    return sorted({one for name in named for one in members_of(name)} | set(editorial.reviewers()))


def second_look() -> bool:
    """Whether this portal has texts examined before they are approved."""
    record = "eduportal.editorial.second_look"
    return bool(api.portal.get_registry_record(record, default=False))


def members_of(principal: str) -> list[str]:
    """A member's own id, or the ids of a group's members, with those of groups in it."""
    return sorted(_members(principal, set()))


def _members(principal: str, seen: set[str]) -> set[str]:
    group = api.portal.get_tool("portal_groups").getGroupById(principal)
    if group is None:
        return {principal}
    if principal in seen:
        return set()
    seen.add(principal)
    return {one for member in group.getGroupMemberIds() for one in _members(member, seen)}


def owners_of(owner: str) -> list[str]:
    """Who looks after a section: its owner, or those who approve where that one has left."""
    found = [one for one in members_of(owner) if not is_off(one)] if owner else []
    return found or editorial.reviewers()


def origin(portal) -> Portal | None:
    """The portal as a sender; None where it has no address to write from."""
    from_ = sender()
    if from_ is None:
        return None
    unit = unit_of(portal)
    names = (unit.name, unit.name_en) if unit is not None else ("", "")
    return Portal(portal.getId(), from_, *names, base_url(portal))
