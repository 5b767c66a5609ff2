"""Who is on the board: the members of the groups, each once, in their highest part."""

from collections.abc import Iterator
from dataclasses import dataclass
from eduportal import _
from eduportal.accounts import is_off
from eduportal.board.settings import settings
from eduportal.vietnamese import fold
from plone import api
from plone.app.content.browser.vocabulary import PERMISSIONS
from zope.i18nmessageid import Message
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary

PARTS = {
    "chief-editors": _("Head of the editorial board"),
    "editors": _("Editor"),
    "administrators": _("System administrator"),
}
"""By group: the board of TT 53/2012/TT-BGDĐT, Điều 16.1. Contributors do not belong to it."""
SUPPORT = _("Support team of the editorial board")
# Without this plone.restapi would tell visitors everybody's login, those not named included.
PERMISSIONS["eduportal.board_members"] = "eduportal: Manage the editorial board's page"
LEAST, MOST = 5, 7
"""Members of a board, heads and editors and administrators together (Kon Tum, II.4.1)."""


@dataclass(frozen=True)
class Member:
    """A person as the page names them; ``email`` is empty unless the unit shows addresses."""

    id: str
    name: str
    part: Message
    position: str
    email: str


def board() -> list[Member]:
    """Everybody on the board and in its support team, as the page would show them.

    Whose account is switched off has left, though the groups still name them.
    """
    hidden = settings().hidden or ()
    return [one for one in everybody() if one.id not in hidden]


def everybody() -> list[Member]:
    """The same with those whom the unit does not show."""
    found: dict[str, Member] = {}
    groups = dict(PARTS)
    if settings().support_group:
        groups[settings().support_group] = SUPPORT
    for group, part in groups.items():
        for member in sorted(_members(group), key=lambda one: _by_name(_name(one))):
            found.setdefault(member.getId(), _shown(member, part))
    return list(found.values())


def advice(members: list[Member]) -> list[Message]:
    """What the sources ask of a board and this one lacks."""
    parts = [one.part for one in members]
    heads = parts.count(PARTS["chief-editors"])
    size = len(members) - parts.count(SUPPORT)
    found = []
    if heads != 1:
        found.append(
            _(
                "board_heads",
                default="One of the unit's leaders is head of the board; here: ${count} "
                "(TT 53/2012/TT-BGDĐT, Article 16.1).",
                mapping={"count": heads},
            )
        )
    for group in ("editors", "administrators"):
        if PARTS[group] not in parts:
            found.append(
                _(
                    "board_lacks",
                    default="Nobody is: ${part} (TT 53/2012/TT-BGDĐT, Article 16.1).",
                    mapping={"part": PARTS[group]},
                )
            )
    if not LEAST <= size <= MOST:
        found.append(
            _(
                "board_size",
                default="Kon Tum asks for 5 to 7 members (II.4.1); here: ${count}.",
                mapping={"count": size},
            )
        )
    return found


@provider(IVocabularyFactory)
def members_vocabulary(context) -> SimpleVocabulary:
    """Those whom the unit may leave out of the page; somebody gone since stays a valid choice."""
    terms = {one.id: one.name or one.id for one in everybody()}
    terms |= {one: one for one in settings().hidden or () if one not in terms}
    return SimpleVocabulary([SimpleTerm(key, key, title) for key, title in terms.items()])


def _members(group_id: str) -> Iterator:
    group = api.portal.get_tool("portal_groups").getGroupById(group_id)
    return (
        member
        for member in (group.getGroupMembers() if group is not None else ())
        if not getattr(member, "isGroup", lambda: False)() and not is_off(member.getId())
    )


def _shown(member, part: Message) -> Member:
    email = str(member.getProperty("email", "") or "") if settings().show_email else ""
    position = str(member.getProperty("position", "") or "")
    return Member(member.getId(), _name(member), part, position, email)


def _name(member) -> str:
    """Never the login: half of what one needs to sign in is not for the public."""
    return str(member.getProperty("fullname", "") or "").strip()


def _by_name(name: str) -> tuple[str, str]:
    rest, _space, given = fold(name).rpartition(" ")
    return given, rest
