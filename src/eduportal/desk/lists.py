"""The lists of the desk, as queries of the catalogue; nothing is loaded to count them."""

from collections.abc import Callable
from dataclasses import dataclass
from DateTime import DateTime
from eduportal import _
from plone import api
from zope.i18nmessageid import Message

REMEMBERED = 30
"""Days for which what was taken down stays on its author's desk."""


@dataclass(frozen=True)
class Worklist:
    """``find`` answers the catalogue's entries for whoever is signed in, in their order.

    ``wanted``: whether such a list is this person's business; ``bulk``: whether lines are ticked.
    """

    id: str
    title: Message
    empty: Message
    find: Callable[[], list]
    wanted: Callable[[], bool] = lambda: True
    bulk: bool = False


def search(**query):
    """What the person may view; the publication date hides nothing here.

    Reviewers do not hold "Access inactive portal content", and what is scheduled or has expired is
    their work.
    """
    catalog = api.portal.get_tool("portal_catalog")
    allowed = catalog._listAllowedRolesAndUsers(api.user.get_current().getUser())
    return catalog.unrestrictedSearchResults(allowedRolesAndUsers=allowed, **query)


def waiting():
    """The oldest first; for those alone who can do something about it."""
    if not judges():
        return []
    return search(review_state="submitted", sort_on="modified")


def judges() -> bool:
    """Whether this person approves, or examines where the board asks for a second look."""
    if reviews():
        return True
    second_look = api.portal.get_registry_record("eduportal.editorial.second_look", default=False)
    return second_look and _may("eduportal: Examine content")


def reviews() -> bool:
    return _may("Review portal content")


def sent():
    return _mine("submitted")


def returned():
    """What came back to be changed, and what of mine was taken down lately."""
    back = list(_mine("returned"))
    since = {"query": DateTime() - REMEMBERED, "range": "min"}
    return back + list(_mine("withdrawn", modified=since))


def scheduled():
    """The next first; the whole board's for who reviews, one's own for an author."""
    query = {"review_state": "scheduled", "sort_on": "effective"}
    if not reviews():
        query["Creator"] = api.user.get_current().getId()
    return search(**query)


def drafts():
    return _mine("draft")


def hidden_sections():
    """Those that an editor made and nobody has shown yet, and those hidden on purpose."""
    return search(portal_type="Section", review_state="hidden", sort_on="modified")


def has_hidden_sections() -> bool:
    return reviews() and bool(hidden_sections())


def _may(permission: str) -> bool:
    return bool(api.user.has_permission(permission, obj=api.portal.get()))


def _mine(state: str, **more):
    return search(
        review_state=state,
        Creator=api.user.get_current().getId(),
        sort_on="modified",
        sort_order="descending",
        **more,
    )


WORKLISTS = (
    Worklist(
        "waiting",
        _("Waiting for me"),
        _("Nothing waits for you. Everything that was sent has been looked at."),
        waiting,
        wanted=judges,
        bulk=True,
    ),
    Worklist(
        "returned",
        _("Came back to me"),
        _("Nothing came back to you."),
        returned,
    ),
    Worklist(
        "sent",
        _("Sent by me, not yet approved"),
        _("You have sent nothing that is still waiting."),
        sent,
    ),
    Worklist(
        "drafts",
        _("My drafts"),
        _("You have no drafts. Whatever you begin with the buttons above is kept here."),
        drafts,
    ),
    Worklist(
        "scheduled",
        _("Scheduled"),
        _("Nothing is scheduled."),
        scheduled,
    ),
    Worklist(
        "hidden-sections",
        _("Sections that visitors do not see"),
        _("Visitors see every section."),
        hidden_sections,
        wanted=has_hidden_sections,
    ),
)
