"""What the mandate wants next: sections that are late, soon due, or still without anything."""

from Acquisition import aq_base
from collections.abc import Iterable
from dataclasses import dataclass
from eduportal import _
from eduportal import duties
from eduportal import mandate
from eduportal import search
from eduportal.desk import people
from eduportal.face.dates import short
from eduportal.units.settings import current_unit
from plone import api
from zope.i18nmessageid import Message

AHEAD = 7
"""Days before a term ends at which it comes up on the desk."""

ANSWERED_BY_THE_PORTAL = ("contact_page", "legal_basis", "member_units")
"""Views that have something to show although nobody wrote anything into their section."""

OVERSEERS = people.ROLES - {"Contributor"}


@dataclass(frozen=True)
class Task:
    """One section and what it wants."""

    title: str
    url: str
    owner: str | Message
    sentence: Message
    late: bool
    mine: bool


def oversees() -> bool:
    """Whether this person looks after the whole portal; an author after what is given to him."""
    return bool(OVERSEERS & set(api.user.get_current().getUser().getRoles()))


def tasks() -> list[Task]:
    """One's own sections first, then everybody's for who looks after them; the worst first."""
    portal = api.portal.get()
    user = api.user.get_current().getUser()
    me = {user.getId(), *getattr(aq_base(user), "getGroups", tuple)()}
    found = duties.due(portal, ahead=AHEAD)
    named = {one.section.uid for one in found}
    lines = [_due(one, me) for one in found]
    lines += [_empty(duty, me) for duty in _without_content(portal) if duty.place.uid not in named]
    if not oversees():
        lines = [line for line in lines if line.mine]
    return sorted(lines, key=lambda line: not line.mine)


def _due(one: duties.Due, me: set[str]) -> Task:
    return Task(
        one.section.title,
        one.section.url,
        people.name_of(one.owner) if one.owner else "",
        _sentence(one),
        one.overdue_days > 0,
        one.owner in me,
    )


def _sentence(one: duties.Due) -> Message:
    values = {
        "count": one.items,
        "days": abs(one.overdue_days),
        "term": one.term_days,
        "day": short(one.last_change.date()) if one.last_change else "",
    }
    if one.kind == "supply":
        return _(
            "desk_due_supply",
            default=(
                "${count} documents were issued and are not online; the oldest is ${days} working "
                "days late (term: ${term})."
            ),
            mapping=values,
        )
    if one.last_change is None:
        return _(
            "desk_due_never",
            default="Nothing is published here yet (term: ${term} days).",
            mapping=values,
        )
    if one.overdue_days > 0:
        return _(
            "desk_due_late",
            default="Unchanged since ${day}: ${days} days late (term: ${term} days).",
            mapping=values,
        )
    return _(
        "desk_due_soon",
        default="Unchanged since ${day}: something new within ${days} days (term: ${term} days).",
        mapping=values,
    )


def _empty(duty: duties.Duty, me: set[str]) -> Task:
    return Task(
        duty.place.title,
        duty.place.url,
        people.name_of(duty.owner) if duty.owner else "",
        _("A regulation demands this section, and nothing is published here yet."),
        False,
        duty.owner in me,
    )


def _without_content(portal) -> Iterable[duties.Duty]:
    """Mandated sections, without sections below them, in which visitors find nothing."""
    unit = current_unit()
    if unit is None:
        return []
    wanted = _demanded(unit.tier)
    catalog = api.portal.get_tool("portal_catalog")
    published = search.docs_with(catalog, "review_state", "published")
    published = published - search.docs_with(catalog, "portal_type", "Section")
    return [
        duty
        for duty in duties.duties(portal)
        if duty.place.section_id in wanted
        and not published & search.docs_below(catalog, duty.place.path)
    ]


def _demanded(kind: str) -> set[str]:
    """Ids of the sections that have to hold something by a binding rule."""
    catalogue = mandate.catalogue()
    tree = catalogue.sections(kind)
    parents = {section.parent for section in tree}
    return {
        section.id
        for section in tree
        if section.id not in parents
        and section.default_view not in ANSWERED_BY_THE_PORTAL
        and any(
            catalogue.requirement(one).obligation == "mandatory" for one in section.requirements
        )
    }
