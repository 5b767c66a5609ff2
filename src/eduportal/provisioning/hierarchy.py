"""Changes of place among the units of an instance: another parent, or the end of a unit."""

from collections.abc import Mapping
from datetime import date
from eduportal.provisioning.instance import units
from eduportal.provisioning.requests import fresh
from eduportal.units import closing
from eduportal.units.model import Unit
from eduportal.units.model import UnitError
import transaction


def reparent(app, unit_id: str, parent: str) -> str:
    """Give a unit another parent; returns the earlier one. Nothing else changes."""
    check_parent(units(app), unit_id, parent)
    with fresh(app, unit_id):
        earlier = closing.reparent(parent)
        transaction.commit()
    return earlier


def close(app, unit_id: str, successor: str, on: date) -> None:
    """Close a unit whose visitors go to ``successor``: another unit of the instance or a URL."""
    check_successor(units(app), unit_id, successor)
    with fresh(app, unit_id):
        closing.close(successor, on)
        transaction.commit()


def check_parent(known: Mapping[str, Unit], unit_id: str, parent: str) -> None:
    """Raise ``UnitError`` where the parent is unknown, the unit itself, or one of its own."""
    _known(known, unit_id)
    _known(known, parent)
    ancestor = parent
    while ancestor:
        if ancestor == unit_id:
            raise UnitError(f"{parent} lies below {unit_id}: it cannot become its parent")
        ancestor = known[ancestor].parent if ancestor in known else ""


def check_successor(known: Mapping[str, Unit], unit_id: str, successor: str) -> None:
    """Raise ``UnitError`` where closing would leave units without a parent, or lead in a circle."""
    _known(known, unit_id)
    if not successor.startswith(("http://", "https://")):
        _known(known, successor)
    children = sorted(unit.id for unit in known.values() if unit.parent == unit_id)
    if children:
        raise UnitError(f"{unit_id} still has member units: {', '.join(children)}")
    if successor == unit_id:
        raise UnitError(f"{unit_id} cannot be its own successor")


def _known(units: Mapping[str, Unit], unit_id: str) -> None:
    if unit_id not in units:
        raise UnitError(f"there is no unit {unit_id}; known: {', '.join(sorted(units))}")
