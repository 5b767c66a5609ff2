"""What is overdue: sections without a change for too long, documents issued and not yet online."""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta
from eduportal import search
from eduportal.duties.dates import now
from eduportal.duties.dates import of_index
from eduportal.duties.dates import working_days
from eduportal.duties.register import Duty
from eduportal.duties.register import Place
from eduportal.duties.register import duties
from plone import api
from typing import Literal

CHANGED = ("review_state", "path", "modified", "effective")
UNPUBLISHED = ("draft", "submitted", "returned")
ISSUED = "edu_issued_on"
LOOKED_BACK = timedelta(days=90)
"""Documents of earlier years that are being filed are not late."""


@dataclass(frozen=True, slots=True)
class Due:
    """``update``: nothing changed in the section for more than ``term_days`` days.
    ``supply``: so many ``items`` were issued more than ``term_days`` working days ago and are not
    published. ``overdue_days`` are days of the same kind, of the oldest item; 0 or less is to come.
    ``last_change`` is None where nothing was ever published. ``owner`` is the id of a member or a
    group, or empty.
    """

    section: Place
    owner: str
    last_change: datetime | None
    term_days: int
    overdue_days: int
    kind: Literal["update", "supply"] = "update"
    items: int = 0


def due(portal, ahead: int = 0, today: date | None = None) -> list[Due]:
    """What is overdue in the portal, and what will be within ``ahead`` days; the worst first.

    Of all sections, whoever asks: it is for the editorial board. Answered by the catalogue, which
    remembers the last change of each section until something changes.
    """
    today = today or now().date()
    catalog = api.portal.get_tool("portal_catalog")
    known = duties(portal)
    found = [*_stale(catalog, known, today), *_late(catalog, known, today)]
    return sorted(
        (one for one in found if one.overdue_days > -ahead),
        key=lambda one: -one.overdue_days,
    )


def last_change(catalog, path: str) -> datetime | None:
    """When something published at or below ``path`` was last written or published."""
    value = search.remembered(
        catalog, CHANGED, ("last change", path), lambda: _last_change(catalog, path)
    )
    return of_index(value) if value else None


def _last_change(catalog, path: str) -> int:
    published = search.docs_with(catalog, "review_state", "published")
    sections = search.docs_with(catalog, "portal_type", "Section")
    dates = [catalog._catalog.indexes[name]._unindex for name in ("modified", "effective")]
    present = catalog._catalog.indexes["modified"]._convert(now())
    latest = 0
    for rid in search.rids((published & search.docs_below(catalog, path)) - sections):
        for index in dates:
            value = index.get(rid) or 0
            if latest < value <= present:
                latest = value
    return latest


def _stale(catalog, known: list[Duty], today: date):
    for duty in known:
        if duty.update_days:
            changed = last_change(catalog, duty.place.path)
            # a new portal is not overdue on its first day
            since = (changed or duty.place.created).date()
            overdue = (today - since).days - duty.update_days
            yield Due(duty.place, duty.owner, changed, duty.update_days, overdue)


def _late(catalog, known: list[Duty], today: date):
    """Sections below others come first, so that a document is counted once."""
    waiting = search.docs_between(catalog, ISSUED, today - LOOKED_BACK, today)
    states = [search.docs_with(catalog, "review_state", name) for name in UNPUBLISHED]
    waiting = waiting & states[0].union(*states)
    issued = catalog._catalog.indexes[ISSUED]._unindex
    for duty in sorted(known, key=lambda duty: -duty.place.depth):
        if not (waiting and duty.supply_days):
            continue
        here = waiting & search.docs_below(catalog, duty.place.path)
        waiting = waiting - here
        ages = [working_days(issued[rid], today) - duty.supply_days for rid in search.rids(here)]
        late = [age for age in ages if age > 0]
        if late:
            yield Due(
                duty.place,
                duty.owner,
                last_change(catalog, duty.place.path),
                duty.supply_days,
                max(late),
                "supply",
                len(late),
            )
