"""The portals of an instance, and bringing them to what the spreadsheet says."""

from collections.abc import Callable
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field
from eduportal.provisioning import accounts
from eduportal.provisioning.portal import complete_unit
from eduportal.provisioning.requests import fresh
from eduportal.units import settings
from eduportal.units.changes import Difference
from eduportal.units.changes import merge
from eduportal.units.model import Unit
from plone.base.interfaces import IPloneSiteRoot
from Products.CMFPlone.factory import addPloneSite
import time
import traceback
import transaction

TIME_ZONE = "Asia/Ho_Chi_Minh"


@dataclass
class Outcome:
    """What became of one row: ``created``, ``updated``, ``unchanged`` or ``failed``."""

    unit: str
    done: str
    seconds: float = 0.0
    changed: list[str] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    sections: int = 0
    error: str = ""


def portal_ids(app) -> list[str]:
    """Ids of the instance's portals, in the order they were made."""
    return [key for key, child in app.objectItems() if IPloneSiteRoot.providedBy(child)]


def units(app) -> dict[str, Unit]:
    """The units of all portals, by id, every column of them; snapshots hold what is public."""
    # A request of its own: registries keep what was read on the request, by memory address.
    with fresh(app) as root:
        read = [settings.unit_of(root[portal_id]) for portal_id in portal_ids(root)]
    return {unit.id: unit for unit in read if unit is not None}


def provision(
    app,
    wanted: Iterable[Unit],
    *,
    overwrite: frozenset[str] = frozenset(),
    dry_run: bool = False,
    tell: Callable[[Outcome], None] = lambda outcome: None,
) -> list[Outcome]:
    """Create or update one portal per unit, each in a transaction of its own.

    A killed run leaves whole portals only; the next run goes on where it ended. One portal's
    failure does not stop the others: its outcome carries the error.
    """
    outcomes = []
    for unit in wanted:
        began = time.monotonic()
        try:
            outcome = _one(app, unit, overwrite, dry_run)
            transaction.abort() if dry_run else transaction.commit()
        except Exception as error:
            transaction.abort()
            outcome = Outcome(unit.id, "failed", error=f"{type(error).__name__}: {error}")
            traceback.print_exc()
        # Dozens of portals in one process: their objects must not pile up in the cache.
        app._p_jar.cacheMinimize()
        outcome.seconds = round(time.monotonic() - began, 2)
        outcomes.append(outcome)
        tell(outcome)
    return outcomes


def _one(app, unit: Unit, overwrite: frozenset[str], dry_run: bool) -> Outcome:
    if unit.id not in app.objectIds():
        if not dry_run:
            create(app, unit)
        return Outcome(unit.id, "created")
    with fresh(app, unit.id) as portal:
        merged = merge(settings.current_unit(), settings.last_sheet(), unit, overwrite)
        if not dry_run:
            settings.store(merged.unit)
            settings.remember_sheet(unit)
            report = complete_unit(portal, merged.unit)
            accounts.ensure_administrator(portal, merged.unit)
            created = len(report.created)
        else:
            created = 0
    done = "updated" if merged.changed or created else "unchanged"
    return Outcome(
        unit.id, done, changed=merged.changed, differences=merged.differences, sections=created
    )


def create(app, unit: Unit) -> None:
    """Make the portal of a unit that has none: a Plone site from the kit's distribution."""
    with fresh(app) as root:
        site = addPloneSite(
            root,
            unit.id,
            title=unit.name,
            default_language="vi",
            portal_timezone=TIME_ZONE,
            distribution_name="eduportal",
            unit=unit.as_dict(),
        )
        verify(site, unit)


def verify(site, unit: Unit) -> None:
    """A profile's errors can be swallowed on creation: look at the result, not at the exit."""
    missing = [language for language in ("vi", "en") if language not in site.objectIds()]
    if missing or settings.current_unit() != unit:
        raise RuntimeError(f"portal {unit.id} came out incomplete: {missing or 'no unit'}")
