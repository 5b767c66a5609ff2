"""The one counter of this process, what is stored beside it, and when it is stored."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from eduportal.visits import store
from eduportal.visits.counting import Counter
from eduportal.visits.counting import day_of
from eduportal.visits.figures import Figures
from eduportal.visits.sharing import Board
from eduportal.visits.sharing import folder
from eduportal.visits.visitor import DailyKey
from threading import Lock
from transaction import TransactionManager
from ZODB.POSException import ConflictError
import logging
import random
import time

logger = logging.getLogger("eduportal.visits")

STORED_SECONDS = 90
"""The keeper reads each minute what all processes stored; without one it is read when asked for."""
KNOWN_SECONDS = 60
"""For so long a portal is answered for without asking Zope whether it is there and counts."""
UNHEARD_SECONDS = 30
"""A process without a keeper, such as a command, hears the others when it is asked."""
TRIES = 10


@dataclass(frozen=True)
class _Known:
    until: float
    start: int


@dataclass(frozen=True)
class _Stored:
    read_at: float
    of: date
    today: store.Day
    month: store.Day
    total: store.Day


class Process:
    """Used by all threads of a process; every time is in seconds since 1970."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self.now = now
        self.counter = Counter()
        self.key = DailyKey(folder())
        self._board = Board(folder())
        self._database = None
        self._known: dict[str, _Known] = {}
        self._stored: dict[str, _Stored] = {}
        self._storing = Lock()
        self._exchanged = 0.0

    def meet(self, portal, start: int) -> None:
        """A request of Zope's found the portal; ``start`` is what it had counted elsewhere."""
        if self._database is None or portal._p_jar.db() not in (
            self._database,
            *self._database.databases.values(),
        ):
            self._database = store.database_of(portal)
            self._stored.clear()
        self._known[portal.getId()] = _Known(self.now() + KNOWN_SECONDS, start)
        if self.now() - self._exchanged > UNHEARD_SECONDS:
            self.exchange()

    def knows(self, portal_id: str) -> bool:
        known = self._known.get(portal_id)
        return known is not None and self.now() < known.until

    def no_longer(self, portal_id: str) -> None:
        """The portal counts no more; its figures can still be asked for."""
        known = self._known.get(portal_id)
        if known is not None:
            self._known[portal_id] = _Known(0, known.start)

    def part_from(self, portal_id: str) -> None:
        """The portal is gone."""
        self._known.pop(portal_id, None)
        self._stored.pop(portal_id, None)

    def figures(self, portal_id: str, section: str = "") -> Figures:
        """The figures of a portal that was met, with what is not stored yet."""
        now = self.now()
        today = day_of(now)
        kept = self._stored_of(portal_id, now, today)
        visits = [views.get(section, (0, 0))[1] for views in (kept.today, kept.month, kept.total)]
        for day, (_views, more) in self.counter.unsaved(portal_id, section).items():
            visits[0] += more if day == today else 0
            visits[1] += more if (day.year, day.month) == (today.year, today.month) else 0
            visits[2] += more
        known = self._known.get(portal_id)
        start = known.start if known is not None and not section else 0
        online = self.counter.online((portal_id, section), now)
        return Figures(online, visits[0], visits[1], visits[2] + start)

    def exchange(self) -> None:
        """Tell the other processes of this machine who was here, and hear it from them."""
        now = self._exchanged = self.now()
        self._board.tell(self.counter.known(now))
        self.counter.hear(self._board.hear(now))

    def flush(self) -> bool:
        """Store what was counted; False where that failed and is to be tried again."""
        with self._storing:
            self.exchange()
            deltas = self.counter.take()
            try:
                if deltas:
                    self._add(deltas)
            except Exception:
                self.counter.give_back()
                logger.exception("Visit figures could not be stored; tried again in a minute.")
                return False
            self.counter.saved()
            # What the counts of visits belong to must reach the others before they store theirs.
            self._board.tell(self.counter.known(self.now()))
            return True

    def refresh(self) -> None:
        """Read what all processes stored, of the portals that were asked for lately."""
        now = self.now()
        for portal_id in list(self._stored):
            known = self._known.get(portal_id)
            if known is None or known.until + STORED_SECONDS < now:
                self._stored.pop(portal_id, None)
            else:
                self._read(portal_id, now, day_of(now))

    def _stored_of(self, portal_id: str, now: float, today: date) -> _Stored:
        kept = self._stored.get(portal_id)
        if kept is not None and kept.of == today and now - kept.read_at <= STORED_SECONDS:
            return kept
        try:
            return self._read(portal_id, now, today)
        except Exception:
            logger.exception("Visit figures could not be read; older ones are shown.")
        older = (kept.month, kept.total) if kept is not None else ({}, {})
        self._stored[portal_id] = _Stored(now, today, {}, *older)
        return self._stored[portal_id]

    def _read(self, portal_id: str, now: float, today: date) -> _Stored:
        connection = self._database.open(TransactionManager())
        try:
            root = connection.root()
            month = store.summed(store.month(root, portal_id, f"{today:%Y-%m}"))
            total = store.total(root, portal_id)
            kept = _Stored(now, today, store.day(root, portal_id, today), month, total)
        finally:
            connection.close()
        self._stored[portal_id] = kept
        return kept

    def _add(self, deltas) -> None:
        """In a transaction of its own: two processes may store at once, and one tries again."""
        manager = TransactionManager()
        connection = self._database.open(manager)
        try:
            for left in reversed(range(TRIES)):
                try:
                    manager.begin()
                    store.add(connection.root(), deltas)
                    manager.commit()
                    break
                except ConflictError:
                    manager.abort()
                    if not left:
                        raise
                    time.sleep(random.uniform(0.01, 0.2))
        finally:
            manager.abort()
            connection.close()
        for portal_id in {portal_id for _day, portal_id, _section in deltas}:
            self._read(portal_id, self.now(), day_of(self.now()))


process = Process()
