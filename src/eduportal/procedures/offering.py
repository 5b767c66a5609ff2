"""The parent's procedures in a member's portal, by reference (federation's manner).

Huế's sister portals show one procedure twice with different terms; a member therefore never copies
a record: it lists the parent's, under the parent's name, and its link leads there.
"""

from DateTime import DateTime
from datetime import UTC
from datetime import datetime
from eduportal import federation
from eduportal import mandate
from eduportal.procedures.levels import Level
from eduportal.procedures.rows import Row
from eduportal.procedures.rows import own
from eduportal.procedures.settings import CHOSEN
from eduportal.procedures.settings import NONE
from eduportal.procedures.settings import setting
from eduportal.units.model import Unit
from eduportal.units.settings import current_unit
from eduportal.vietnamese import fold
from plone import api
from typing import Any
from zope.component.hooks import site as in_site
from zope.lifecycleevent.interfaces import IObjectAddedEvent
import transaction

MEMBERS = "member-units"
"""The section that kinds of unit with member units have."""
CHANGING = ("FormTemplate", "Procedure", "Section", "Service")
NO_END = 2400
"""Plone gives what never expires a date in 2499."""
LEVELS = {"so": "tinh", "phong": "xa", "commune": "xa", "school": "truong", "center": "truong"}
"""Cấp thực hiện of what a tier carries out itself."""
SERVED = frozenset({"cha-me-hoc-sinh", "hoc-sinh"})
"""Whom schools and centres send to their parent unit."""


def share_procedures(portal) -> None:
    """Bring up to date what the members of the portal at hand may show."""
    if _has_members():
        federation.share_procedures(portal, [_entry(portal, *one) for one in _public()])


def of_parent(typed: str = "") -> list[Row]:
    """The parent's procedures that this portal shows now."""
    how, unit = setting("from_parent"), current_unit()
    if how == NONE or unit is None:
        return []
    chosen = setting("from_parent_chosen") if how == CHOSEN else None
    wanted = fold(typed).split()
    return [
        _row(one)
        for one in federation.parents_procedures(api.portal.get())
        if (one["uid"] in chosen if chosen is not None else fits(one, unit))
        and all(word in one["text"] for word in wanted)
    ]


def fits(entry: dict[str, Any], unit: Unit) -> bool:
    """Carried out by such units, or for the people whom schools and centres serve."""
    tier = unit.kind.tier
    if entry["authority"] == LEVELS.get(tier):
        return True
    return tier in ("school", "center") and bool(SERVED.intersection(entry["audiences"]))


def changed(content, event) -> None:
    """What a procedure's line says, or whether it may be seen, may have changed."""
    if content.portal_type not in CHANGING or IObjectAddedEvent.providedBy(event):
        # new content is not public yet; its publication is another event
        return
    portal = api.portal.get()
    at_work = transaction.get()
    waiting = [args for hook, args, _kw in at_work.getBeforeCommitHooks() if hook is _share_in]
    if (portal,) not in waiting:
        at_work.addBeforeCommitHook(_share_in, (portal,))


def _share_in(portal) -> None:
    """At the end of the transaction the portal may be gone, or no longer the site at hand."""
    if portal.getId() not in portal.aq_parent.objectIds():
        return
    with in_site(portal):
        share_procedures(portal)


def _has_members() -> bool:
    unit = current_unit()
    if unit is None:
        return False
    return any(section.id == MEMBERS for section in mandate.catalogue().sections(unit.tier))


def _public() -> list[tuple[Row, object]]:
    """As a visitor of the portal gets them, whoever is at work now, with their entries."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = {
        brain.UID: brain
        for brain in catalog.unrestrictedSearchResults(
            portal_type="Procedure",
            review_state="published",
            allowedRolesAndUsers=["Anonymous"],
            effectiveRange=DateTime(),
        )
    }
    with api.env.adopt_roles(["Anonymous"]):
        return [(row, brains[row.uid]) for row in own() if row.uid in brains]


def _entry(portal, row: Row, brain) -> dict[str, Any]:
    beyond = len("/".join(portal.getPhysicalPath())) + 1
    return {
        "uid": row.uid,
        "title": row.title,
        "title_en": row.title_en,
        "code": row.code,
        "area": row.area,
        "authority": row.authority,
        "audiences": row.audiences,
        "days": row.days,
        "time_note": row.time_note,
        "level": row.level.number,
        "scheme": row.level.scheme,
        "unit": current_unit().name,
        "unit_en": current_unit().name_en,
        "text": fold(" ".join((row.title, row.title_en, row.code, row.area))),
        "path": brain.getPath()[beyond:],
        "since": _moment(brain.effective),
        "until": _moment(brain.expires) if brain.expires.year() < NO_END else None,
    }


def _row(entry: dict[str, Any]) -> Row:
    return Row(
        uid=entry["uid"],
        title=entry["title"],
        title_en=entry["title_en"],
        url=entry["url"],
        code=entry["code"],
        area=entry["area"],
        authority=entry["authority"],
        audiences=entry["audiences"],
        days=entry["days"],
        time_note=entry["time_note"],
        level=Level(entry["level"], entry["scheme"]),
        parent=entry["unit"],
        parent_en=entry["unit_en"],
    )


def _moment(when: DateTime) -> datetime:
    return when.toZone("UTC").asdatetime().astimezone(UTC)
