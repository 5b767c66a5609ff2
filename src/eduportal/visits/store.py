"""What was counted, in the database ``visits``: a tree for each portal, numbers and nothing else.

``days`` holds today and yesterday, each ``{section id: (views, visits)}``; ``months`` older days as
``{"2026-11": {"2026-11-20": {…}}}``; ``past`` the sum of all months. Each minute thus writes one
small object per portal, however long it has been counting. ``""`` is the portal as a whole. After
two years a month keeps its sum alone, under the month's name.

Everything is a tree or a mapping of ZODB's own: no class of the kit is in this database.
"""

from BTrees.OOBTree import OOBTree
from collections.abc import Mapping
from datetime import date
from datetime import timedelta
from eduportal.visits.counting import Deltas
from eduportal.visits.counting import Tally
from persistent.mapping import PersistentMapping

KEY = "eduportal.visits"
NAME = "visits"
MONTHS_BY_DAY = 24

Day = Mapping[str, Tally]
"""Views and visits by section id."""


def database_of(portal):
    """The database of an instance's visits; its main one where none of that name is mounted."""
    from App.config import getConfiguration  # after Zope is configured

    main = portal._p_jar.db()
    if NAME in main.databases:
        return main.databases[NAME]
    mounts = getattr(getConfiguration(), "dbtab", None)
    if mounts is not None and mounts.hasDatabase(NAME):
        return mounts.getDatabase(name=NAME)
    return main


def add(root, deltas: Deltas) -> None:
    """Put what was counted on top of what is there."""
    kept = root.get(KEY)
    if kept is None:
        kept = root[KEY] = OOBTree()
    for (day, portal_id, section), delta in sorted(deltas.items()):
        portal = kept.get(portal_id)
        if portal is None:
            portal = kept[portal_id] = OOBTree(
                {"days": OOBTree(), "months": OOBTree(), "past": PersistentMapping()}
            )
        name = day.isoformat()
        if name not in portal["days"]:
            _put_away(portal, day)
            portal["days"][name] = PersistentMapping()
        _increase(portal["days"][name], section, delta)


def day(root, portal_id: str, of: date) -> Day:
    """What was counted on one day."""
    portal = _portal(root, portal_id)
    name = of.isoformat()
    found: dict[str, Tally] = dict(portal["months"].get(name[:7], {}).get(name, {}))
    for section, tally in portal["days"].get(name, {}).items():
        _increase(found, section, tally)
    return found


def month(root, portal_id: str, name: str) -> dict[str, Day]:
    """A month's days by date (``"2026-11-21"``); after two years one entry of the month's name."""
    portal = _portal(root, portal_id)
    found = {day: dict(kept) for day, kept in portal["months"].get(name, {}).items()}
    for day, kept in portal["days"].items(min=name, max=f"{name}\uffff"):
        before = found.setdefault(day, {})
        for section, tally in kept.items():
            _increase(before, section, tally)
    return found


def months(root, portal_id: str) -> list[str]:
    """The months in which anything was counted, the newest first."""
    portal = _portal(root, portal_id)
    return sorted({*portal["months"], *(day[:7] for day in portal["days"])}, reverse=True)


def total(root, portal_id: str) -> Day:
    """All that was ever counted."""
    portal = _portal(root, portal_id)
    found = dict(portal["past"])
    for kept in portal["days"].values():
        for section, tally in kept.items():
            _increase(found, section, tally)
    return found


def summed(days: Mapping[str, Day]) -> dict[str, Tally]:
    """The sum of several days, by section."""
    found: dict[str, Tally] = {}
    for kept in days.values():
        for section, tally in kept.items():
            _increase(found, section, tally)
    return found


def forget(root, portal_id: str) -> None:
    """A portal was deleted."""
    kept = root.get(KEY, {})
    if portal_id in kept:
        del kept[portal_id]


def _portal(root, portal_id: str) -> Mapping:
    empty = {"days": OOBTree(), "months": {}, "past": {}}
    return root.get(KEY, {}).get(portal_id, empty)


def _put_away(portal, today: date) -> None:
    """Days before yesterday join their months; a late process may still add to yesterday."""
    yesterday = (today - timedelta(days=1)).isoformat()
    for name in [name for name in portal["days"] if name < yesterday]:
        kept = portal["days"].pop(name)
        by_day = dict(portal["months"].get(name[:7], {}))
        by_day[name] = summed({"before": by_day.get(name, {}), "now": kept})
        portal["months"][name[:7]] = PersistentMapping(by_day)
        for section, tally in kept.items():
            _increase(portal["past"], section, tally)
    for name in list(portal["months"])[:-MONTHS_BY_DAY]:
        if set(portal["months"][name]) != {name}:
            portal["months"][name] = PersistentMapping({name: summed(portal["months"][name])})


def _increase(kept, section: str, tally: Tally) -> None:
    before = kept.get(section, (0, 0))
    kept[section] = (before[0] + tally[0], before[1] + tally[1])
