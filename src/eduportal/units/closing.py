"""Re-parenting and closing a unit, and sending its visitors on.

After July 2025 the district tier ended: units change their parent, their address or their fate, and
nothing may be lost. Ids stay, addresses redirect for good (301).
"""

from dataclasses import replace
from datetime import date
from eduportal.units import settings
from plone.registry.interfaces import IRegistry
from zope.component import getUtility


def reparent(parent: str) -> str:
    """Give the portal at hand another parent; returns the earlier one."""
    unit = settings.current_unit()
    settings.store(replace(unit, parent=parent))
    return unit.parent


def change_domain(domain: str) -> str:
    """Give the portal at hand another domain; the earlier one redirects from now on."""
    unit = settings.current_unit()
    if unit.domain and unit.domain != domain:
        former = [name for name in _fate("former_domains") or () if name != domain]
        _set_fate("former_domains", (*former, unit.domain))
    settings.store(replace(unit, domain=domain))
    return unit.domain


def close(successor: str, on: date) -> None:
    """Close the portal at hand: visitors go to ``successor``, administrators still reach it."""
    _set_fate("successor", successor)
    _set_fate("closed_on", on)


def reopen() -> None:
    """Open a closed portal again."""
    _set_fate("successor", None)
    _set_fate("closed_on", None)


def successor() -> str | None:
    """Where the portal at hand sends its visitors: a unit id or an address; None while open."""
    return (_fate("successor") or "") if _fate("closed_on") else None


def former_domains() -> tuple[str, ...]:
    """Host names that the portal at hand had before."""
    return tuple(_fate("former_domains") or ())


def _fate(name: str):
    return getUtility(IRegistry).get(f"{settings.PREFIX}.{name}")


def _set_fate(name: str, value) -> None:
    getUtility(IRegistry)[f"{settings.PREFIX}.{name}"] = value
