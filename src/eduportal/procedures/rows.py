"""Procedures as lists show them: the portal's own, and the parent's by reference."""

from collections.abc import Iterable
from dataclasses import dataclass
from eduportal import search
from eduportal.procedures.levels import Level
from eduportal.procedures.levels import level_of
from eduportal.procedures.services import PUBLISHED
from eduportal.procedures.services import TAKING
from eduportal.procedures.services import Service
from eduportal.procedures.services import by_procedure
from eduportal.procedures.services import public_forms
from eduportal.procedures.services import services
from eduportal.vietnamese import fold
from plone import api

TYPE = "Procedure"


@dataclass(frozen=True)
class Row:
    """One procedure of a list; ``parent`` is the name of the unit whose record it is, or ``""``."""

    uid: str
    title: str
    title_en: str
    url: str
    code: str
    area: str
    authority: str
    audiences: tuple[str, ...]
    days: int | None
    time_note: str
    level: Level
    apply: str = ""
    """Where the service that is open now begins."""
    public: bool = True
    parent: str = ""
    parent_en: str = ""


def own(typed: str = "", **query) -> list[Row]:
    """The portal's procedures that this visitor may see, by field and name."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog(portal_type=TYPE, **search.words(typed), **query)
    online, forms = by_procedure(services()), public_forms()
    audiences = catalog._catalog.getIndex("edu_audiences")
    rows = [
        _row(brain, audiences.getEntryForObject(brain.getRID(), ()), online, forms)
        for brain in brains
        if brain.edu_procedure_facts
    ]
    return sorted(rows, key=order)


def order(row: Row) -> tuple:
    """By field, then by name; what has no field comes last."""
    return not row.area, fold(row.area), bool(row.parent), fold(row.title), row.uid


def level(facts: dict, offers: Iterable[Service], forms: frozenset[str]) -> Level:
    """What visitors can do with it, whoever asks."""
    seen = [one.offer for one in offers if one.public]
    return level_of(facts["missing"], bool(forms.intersection(facts["forms"])), seen)


def _row(brain, audiences, online: dict[str, list[Service]], forms: frozenset[str]) -> Row:
    facts, offers = brain.edu_procedure_facts, online.get(brain.UID, ())
    return Row(
        uid=brain.UID,
        title=brain.Title,
        title_en=brain.edu_title_en or "",
        url=brain.getURL(),
        code=facts["code"],
        area=brain.edu_area or "",
        authority=brain.edu_authority or "",
        audiences=tuple(audiences),
        days=facts["days"],
        time_note=facts["time_note"],
        level=level(facts, offers, forms),
        apply=next((one.url for one in offers if one.opening in TAKING and one.public), ""),
        public=brain.review_state == PUBLISHED,
    )
