"""The newest news of an office, offered to the portals of its member units by reference.

Written anew at the end of a transaction that changed news or a section; only what a visitor may
see gets into it, and nothing is written where the list stays the same.
"""

from DateTime import DateTime
from datetime import UTC
from datetime import datetime
from eduportal import mandate
from eduportal.federation import offers
from eduportal.units import settings
from plone import api
from typing import Any
from zope.component.hooks import site as in_site
from zope.lifecycleevent.interfaces import IObjectAddedEvent
import transaction

KEY = "_eduportal_shared_news"
MOST = 20
"""In each language; members show fewer."""
LANGUAGES = ("vi", "en")
NO_END = 2400
"""Plone gives what never expires a date in 2499."""
MEMBERS = "member-units"
"""The section that kinds of unit with member units have."""
CHANGING = ("News Item", "Section")


def share_news(portal) -> None:
    """Bring up to date what the members of the portal at hand may show."""
    if _has_members():
        entries = [one for language in LANGUAGES for one in _newest(portal, language)]
        offers.share(portal, KEY, entries)


def parents_news(portal, language: str, most: int) -> list[dict[str, Any]]:
    """The parent's newest news: ``{"title", "language", "path", "url", "since", "until"}``.

    In the reader's language where the parent has some, else in Vietnamese.
    """
    offered = offers.of_parent(portal, KEY)
    asked = [one for one in offered if one["language"] == language]
    return (asked or [one for one in offered if one["language"] == LANGUAGES[0]])[:most]


def forget_news(portal) -> None:
    """Take away what a portal offered."""
    offers.forget(portal, KEY)


def changed(content, event) -> None:
    """News, or a section with what lies in it, changed its state, words or place."""
    if content.portal_type not in CHANGING:
        return
    if IObjectAddedEvent.providedBy(event):
        # new content is not public yet; its publication is another event
        return
    portal = api.portal.get()
    at_work = transaction.get()
    waiting = [args for hook, args, _kw in at_work.getBeforeCommitHooks() if hook is _share_in]
    if (portal,) not in waiting:
        at_work.addBeforeCommitHook(_share_in, (portal,))


def deleted(site, event) -> None:
    """A portal was deleted: so is what it offered."""
    forget_news(site)


def _share_in(portal) -> None:
    """At the end of the transaction the portal may be gone, or no longer the site at hand."""
    if portal.getId() not in portal.aq_parent.objectIds():
        return
    with in_site(portal):
        share_news(portal)


def _has_members() -> bool:
    unit = settings.current_unit()
    if unit is None:
        return False
    return any(section.id == MEMBERS for section in mandate.catalogue().sections(unit.tier))


def _newest(portal, language: str) -> list[dict[str, Any]]:
    """As a visitor of the portal gets them, whoever is at work now."""
    own = len("/".join(portal.getPhysicalPath())) + 1
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="News Item",
        review_state="published",
        allowedRolesAndUsers=["Anonymous"],
        effectiveRange=DateTime(),
        path="/".join((*portal.getPhysicalPath(), language)),
        sort_on="effective",
        sort_order="descending",
        sort_limit=MOST,
    )[:MOST]
    return [
        {
            "title": brain.Title,
            "language": language,
            "path": brain.getPath()[own:],
            "since": _moment(brain.effective),
            "until": _moment(brain.expires) if brain.expires.year() < NO_END else None,
        }
        for brain in brains
    ]


def _moment(when: DateTime) -> datetime:
    return when.toZone("UTC").asdatetime().astimezone(UTC)
