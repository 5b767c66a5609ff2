"""Naming a deputy and ending it, with the rules of an authorisation for a period."""

from datetime import date
from datetime import timedelta
from eduportal import _
from eduportal import audit
from eduportal.editorial.deputies.plugin import Deputy
from eduportal.editorial.deputies.plugin import plugin
from eduportal.editorial.deputies.plugin import today
from eduportal.editorial.reviewers import chiefs
from plone import api
from zope.i18nmessageid import Message

LONGEST = 366
"""Days: an authorisation has an end (Civil Code 2015, Điều 563: one year where none is said)."""


class DeputyRefused(Exception):
    """``message`` says what is wrong with what was asked."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def may_name() -> bool:
    """Chief editors in their own right and administrators; a deputy does not pass it on."""
    person = api.user.get_current().getId()
    portal = api.portal.get()
    return person in chiefs() or bool(
        api.user.has_permission("Plone Site Setup: Users and Groups", obj=portal)
    )


def all_deputies() -> list[Deputy]:
    """All that were named, the latest first."""
    kept = plugin().deputies() if plugin() is not None else []
    return sorted(kept, key=lambda deputy: (deputy.first, deputy.last), reverse=True)


def name_deputy(deputy: Deputy) -> None:
    """Keep a deputy, or raise :class:`DeputyRefused`."""
    message = _refusal(deputy)
    if message is not None:
        raise DeputyRefused(message)
    plugin().keep([*plugin().deputies(), deputy])
    audit.record("deputy.name", where=deputy.person, after=_told(deputy))


def end(deputy: Deputy) -> None:
    """End it today: from now on the person approves no longer. One that has not begun is dropped.

    What has been stays on the list, with yesterday as its last day.
    """
    yesterday = today() - timedelta(days=1)
    kept = plugin().deputies()
    if deputy not in kept or deputy.last < today():
        return
    place = kept.index(deputy)
    if deputy.first > yesterday:
        del kept[place]
    else:
        kept[place] = Deputy(deputy.person, deputy.chief, deputy.first, yesterday)
    plugin().keep(kept)
    audit.record("deputy.end", where=deputy.person, before=_told(deputy))


def _refusal(deputy: Deputy) -> Message | None:
    if api.user.get(userid=deputy.person) is None:
        return _("Choose who is to be the deputy.")
    if deputy.chief not in chiefs():
        return _("Choose the chief editor in whose place the deputy approves.")
    if deputy.person in chiefs():
        return _("This person is a chief editor already.")
    if deputy.last < deputy.first:
        return _("The last day lies before the first.")
    if deputy.last < today():
        return _("The last day is past.")
    if deputy.last - deputy.first >= timedelta(days=LONGEST):
        return _("A deputy is named for one year at most; name them again afterwards.")
    same = [d for d in plugin().deputies() if d.person == deputy.person]
    if any(d.first <= deputy.last and deputy.first <= d.last for d in same):
        return _("This person is a deputy on some of these days already.")
    return None


def _told(deputy: Deputy) -> dict[str, str]:
    return {
        "person": deputy.person,
        "chief": deputy.chief,
        "first": deputy.first.isoformat(),
        "last": deputy.last.isoformat(),
    }


def state_of(deputy: Deputy, day: date) -> str:
    """ "now", "later" or "over"."""
    if deputy.on(day):
        return "now"
    return "later" if day < deputy.first else "over"
