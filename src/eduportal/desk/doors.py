"""The big buttons: each leads to the right form in the right section, for who may add there."""

from dataclasses import dataclass
from eduportal import _
from eduportal import sections
from eduportal.desk import calendar
from eduportal.desk import people
from plone import api
from plone.base.interfaces.constrains import ISelectableConstrainTypes
from urllib.parse import quote
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Place:
    """A section in which this person may write; ``url`` is that of the empty form."""

    title: str
    url: str


@dataclass(frozen=True)
class Kind:
    """What a teacher comes to write: the type of it, and the mandated section it belongs to.

    ``anywhere``: who may not add there is offered the other sections that take the type; a
    calendar or an announcement belongs to its section and those below.
    """

    id: str
    title: Message
    hint: Message
    type: str
    section: str
    anywhere: bool = False
    record: bool = False


KINDS = (
    Kind(
        "news",
        _("Write news"),
        _("What happened at the school or office, with pictures"),
        "News Item",
        "news",
        anywhere=True,
    ),
    Kind(
        "announcement",
        _("Write an announcement"),
        _("Holidays, meetings, changed hours"),
        "News Item",
        "announcements",
    ),
    Kind(
        "document",
        _("File a document"),
        _("Decisions, plans, letters with their scans"),
        "OfficialDocument",
        "document-register",
        anywhere=True,
        record=True,
    ),
    Kind(
        "week",
        _("Weekly calendar"),
        _("The work calendar of the coming week"),
        calendar.TYPE,
        calendar.SECTION,
    ),
)


@dataclass(frozen=True)
class Door:
    """One button; with several places it opens to let one be chosen."""

    kind: Kind
    places: tuple[Place, ...]


def doors(language: str) -> list[Door]:
    """The buttons for whoever is signed in; what this person may write nowhere has no button."""
    found = [Door(kind, tuple(_places(kind, language))) for kind in KINDS]
    return [door for door in found if door.places]


def _places(kind: Kind, language: str) -> list[Place]:
    # Records of registers exist once, in the Vietnamese section.
    asked = "vi" if kind.record else language
    home = sections.find(kind.section, asked) or sections.find(kind.section, "vi")
    if home is not None and _takes(home, kind.type):
        return [_place(home, kind)]
    root = "/".join(home.getPhysicalPath()) + "/" if home is not None else None
    return [
        _place(section, kind)
        for section in people.sections()
        if section.Language() == asked
        and _within(section, root, kind)
        and _takes(section, kind.type)
    ]


def _within(section, root: str | None, kind: Kind) -> bool:
    if kind.anywhere:
        return True
    return root is not None and "/".join(section.getPhysicalPath()).startswith(root)


def _takes(section, type_id: str) -> bool:
    # the permission is asked first: the types of a hundred sections take a second
    if not api.user.has_permission("Add portal content", obj=section):
        return False
    return type_id in ISelectableConstrainTypes(section).getLocallyAllowedTypes()


def _place(section, kind: Kind) -> Place:
    return Place(section.title, f"{section.absolute_url()}/++add++{quote(kind.type)}")
