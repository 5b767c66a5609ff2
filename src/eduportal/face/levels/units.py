"""Units of a level below an office, however far below: a commune's schools are the Sở's too."""

from collections.abc import Mapping
from dataclasses import dataclass
from eduportal.face.levels.levels import Level
from eduportal.federation import address_of
from eduportal.federation import snapshots
from eduportal.mandate import kinds
from typing import Any


@dataclass(frozen=True)
class Group:
    """Units of one kind; each is ``{"name", "url", "above", "address", "phone", "email"}``.

    ``above`` names the unit that it belongs to, ``""`` where that is the office itself.
    """

    title: str
    units: tuple[dict[str, str], ...]


def units_of(portal, office_id: str, level: Level, language: str) -> list[Group]:
    """Open units of the level, by kind in the mandate's order, by name inside; no catalogue."""
    everyone = snapshots(portal.aq_parent)
    below = [
        one
        for one in everyone.values()
        if not one["closed"] and level.has(one["tier"]) and _is_below(one, office_id, everyone)
    ]
    groups = []
    for kind in kinds().values():
        found = sorted((one for one in below if one["tier"] == kind.code), key=lambda s: s["name"])
        if found:
            title = kind.title_en if language == "en" else kind.title_vi
            shown = (_shown(portal, one, office_id, everyone, language) for one in found)
            groups.append(Group(title, tuple(shown)))
    return groups


def _is_below(unit: Mapping[str, Any], office_id: str, everyone: Mapping[str, Mapping]) -> bool:
    """Whether the line of parents leads to the office; a circle of bad data leads nowhere."""
    seen = set()
    while unit is not None and unit["parent"] not in seen:
        if unit["parent"] == office_id:
            return True
        seen.add(unit["parent"])
        unit = everyone.get(unit["parent"])
    return False


def _shown(portal, unit, office_id: str, everyone, language: str) -> dict[str, str]:
    above = everyone.get(unit["parent"]) if unit["parent"] != office_id else None
    return {
        "name": _name(unit, language),
        "url": address_of(portal, unit),
        "above": _name(above, language) if above else "",
        "address": unit["address"],
        "phone": unit["phone"],
        "email": unit["email"],
    }


def _name(unit: Mapping[str, Any], language: str) -> str:
    return (unit["name_en"] if language == "en" else "") or unit["name"]
