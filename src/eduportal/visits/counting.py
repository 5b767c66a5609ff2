"""Counting in the memory of one process; what other processes have seen is brought in from outside.

A *view* is a page that was shown. A *visit* is a visitor's views with less than 30 minutes between
one and the next. A *place* is ``(portal id, section id)``; the section ``""`` is the portal.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from threading import RLock
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
VISIT_SECONDS = 30 * 60
ONLINE_SECONDS = 5 * 60
MOST_VISITORS = 20_000
"""Of one place at a time; of more only the views are counted, so that memory stays bounded."""
MANY, MANY_SECONDS = 500, 5
"""More visitors than that are counted again after five seconds, not at each beacon."""
MOST_VIEWS = 60
MOST_FROM_ADDRESS = 1200
"""In one minute: of a visitor, and of an address, behind which a whole school may sit."""

Place = tuple[str, str]
Tally = tuple[int, int]
"""Views and visits."""
Deltas = dict[tuple[date, str, str], Tally]
"""By day in Viet Nam, portal id and section id."""


@dataclass(slots=True)
class Seen:
    """A visitor's visit to a place: since when, last seen, and whether it stands in the figures."""

    first: float
    last: float
    counted: bool = False


def day_of(moment: float) -> date:
    """The day in Viet Nam."""
    return datetime.fromtimestamp(moment, ZONE).date()


class Counter:
    """All that one process has counted and not stored; used by many threads."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._seen: dict[Place, dict[str, Seen]] = {}
        self._others: dict[Place, dict[str, Seen]] = {}
        self._new: dict[tuple[date, str, str], list[int]] = {}
        self._taken: Deltas = {}
        self._online: dict[Place, tuple[float, int]] = {}
        self._minute = 0
        self._rates: dict[str, int] = {}

    def hit(
        self, portal_id: str, section: str, visitor: str, now: float, address: str = ""
    ) -> bool:
        """Count one view of a portal and of one of its sections; False where it is too much."""
        with self._lock:
            if self._too_many(visitor, address, now):
                return False
            for place in dict.fromkeys(((portal_id, ""), (portal_id, section))):
                self._count(place, visitor, now)
        return True

    def online(self, place: Place, now: float) -> int:
        """Visitors of the last five minutes, here and in the other processes of this machine."""
        with self._lock:
            sources = [seen.get(place, {}) for seen in (self._seen, self._others)]
            known = self._online.get(place)
            many = sum(map(len, sources)) > MANY
            if many and known is not None and 0 <= now - known[0] < MANY_SECONDS:
                return known[1]
            since = now - ONLINE_SECONDS
            found = {
                visitor for seen in sources for visitor, one in seen.items() if one.last > since
            }
            self._online[place] = (now, len(found))
            return len(found)

    def unsaved(self, portal_id: str, section: str) -> dict[date, Tally]:
        """What is not stored yet, by day."""
        with self._lock:
            found: dict[date, Tally] = {}
            for source in (self._new, self._taken):
                for (day, portal, of), (views, visits) in source.items():
                    if (portal, of) == (portal_id, section):
                        before = found.get(day, (0, 0))
                        found[day] = (before[0] + views, before[1] + visits)
            return found

    def take(self) -> Deltas:
        """What is to be stored; it stays in ``unsaved`` until ``saved`` or ``give_back``."""
        with self._lock:
            for place, visitors in self._seen.items():
                for visitor, one in visitors.items():
                    if not one.counted:
                        self._decide(place, visitor, one)
            self._taken = {key: (views, visits) for key, (views, visits) in self._new.items()}
            self._new = {}
            return {key: delta for key, delta in self._taken.items() if any(delta)}

    def saved(self) -> None:
        with self._lock:
            self._taken = {}

    def give_back(self) -> None:
        """Storing failed: it is tried again with what comes until then."""
        with self._lock:
            for key, (views, visits) in self._taken.items():
                kept = self._new.setdefault(key, [0, 0])
                kept[0] += views
                kept[1] += visits
            self._taken = {}

    def known(self, now: float) -> dict[Place, dict[str, Seen]]:
        """Visits of the last half hour, for the other processes; older ones are forgotten here."""
        since = now - VISIT_SECONDS
        with self._lock:
            for place in list(self._seen):
                visitors = self._seen[place]
                for visitor in [one for one, seen in visitors.items() if seen.last <= since]:
                    if not visitors[visitor].counted:
                        self._decide(place, visitor, visitors[visitor])
                    del visitors[visitor]
                if not visitors:
                    del self._seen[place]
            return {place: dict(visitors) for place, visitors in self._seen.items()}

    def hear(self, others: Iterable[Mapping[Place, Mapping[str, Seen]]]) -> None:
        """What the other processes know, in place of what they knew before."""
        heard: dict[Place, dict[str, Seen]] = {}
        for other in others:
            for place, visitors in other.items():
                together = heard.setdefault(place, {})
                for visitor, one in visitors.items():
                    before = together.get(visitor)
                    together[visitor] = one if before is None else _both(before, one)
        with self._lock:
            self._others = heard

    def _count(self, place: Place, visitor: str, now: float) -> None:
        visitors = self._seen.setdefault(place, {})
        new = self._new.setdefault((day_of(now), *place), [0, 0])
        new[0] += 1
        seen = visitors.get(visitor)
        if seen is not None and now - seen.last < VISIT_SECONDS:
            seen.last = now
            return
        if seen is None and len(visitors) >= MOST_VISITORS:
            return
        if seen is not None and not seen.counted:
            self._decide(place, visitor, seen)
        elsewhere = self._others.get(place, {}).get(visitor)
        if elsewhere is not None and now - elsewhere.last < VISIT_SECONDS:
            visitors[visitor] = Seen(elsewhere.first, now, counted=True)
            return
        visitors[visitor] = Seen(now, now)
        new[1] += 1

    def _decide(self, place: Place, visitor: str, one: Seen) -> None:
        """A visit that two processes saw the beginning of belongs to the one that saw it first."""
        one.counted = True
        elsewhere = self._others.get(place, {}).get(visitor)
        if elsewhere is None or one.first - elsewhere.last >= VISIT_SECONDS:
            return
        if elsewhere.counted or elsewhere.first < one.first:
            self._new.setdefault((day_of(one.first), *place), [0, 0])[1] -= 1

    def _too_many(self, visitor: str, address: str, now: float) -> bool:
        minute = int(now // 60)
        if minute != self._minute:
            self._minute, self._rates = minute, {}
        for key, most in ((visitor, MOST_VIEWS), (address and f"@{address}", MOST_FROM_ADDRESS)):
            if not key:
                continue
            if self._rates.get(key, 0) >= most:
                return True
            if key in self._rates or len(self._rates) < MOST_VISITORS:
                self._rates[key] = self._rates.get(key, 0) + 1
        return False


def _both(one: Seen, other: Seen) -> Seen:
    first, last = min(one.first, other.first), max(one.last, other.last)
    return Seen(first, last, one.counted or other.counted)
