"""Failed sign-ins and used codes of one portal, in a small SQLite file that processes share.

Three counts decide how long somebody waits: failures of a login from an address, of a login from
everywhere, of an address for all logins. Each failure beyond the limit doubles the wait, up to a
longest one; attempts during a wait are refused unseen and lengthen nothing. An address from which
a login succeeded before is held to the first count alone, so that a stranger who keeps guessing
cannot keep the person out who sits at the usual place. Logins and addresses are stored as keyed
hashes, and for a day.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from eduportal.accounts.keys import mac
from eduportal.vietnamese import nfc
from pathlib import Path
import math
import sqlite3
import time

DAY, HOUR, MINUTE = 86400, 3600, 60
KNOWN_FOR = 90 * DAY
LOGIN_TIMES, ADDRESS_TIMES = 4, 10
"""A login may fail so many times more often from everywhere; an address, for all logins."""

TABLES = """
CREATE TABLE IF NOT EXISTS failures (login TEXT, address TEXT, at REAL);
CREATE INDEX IF NOT EXISTS failures_login ON failures (login, at);
CREATE INDEX IF NOT EXISTS failures_address ON failures (address, at);
CREATE TABLE IF NOT EXISTS known (login TEXT, address TEXT, at REAL, PRIMARY KEY (login, address));
CREATE TABLE IF NOT EXISTS used (account TEXT, code TEXT, at REAL, PRIMARY KEY (account, code));
"""


@dataclass(frozen=True)
class Limits:
    """``attempts`` may fail; then ``first`` seconds of waiting, doubled up to ``longest``."""

    attempts: int = 5
    first: int = MINUTE
    longest: int = 30 * MINUTE

    def wait(self, failures: list[float], times: int, now: float) -> int:
        """Seconds still to wait after failures at these moments, newest first."""
        beyond = len(failures) - self.attempts * times
        if beyond < 0:
            return 0
        length = min(self.longest, self.first * 2 ** min(beyond, 20))
        return max(0, math.ceil(failures[0] + length - now))


class Attempts:
    """The attempts of the portal whose file is ``path``."""

    def __init__(self, path: Path, limits: Limits, clock=time.time) -> None:
        self._path = path
        self._limits = limits
        self._clock = clock

    def wait(self, login: str, address: str) -> int:
        """Seconds until this login may be tried from this address again, 0 where it may now."""
        who, place, now = _hashed("login", login), _hashed("address", address), self._clock()
        with self._open() as store:
            pair = _times(store, "login = ? AND address = ?", (who, place), now - DAY)
            waits = [self._limits.wait(pair, 1, now)]
            if not self._known(store, who, place, now):
                everywhere = _times(store, "login = ?", (who,), now - HOUR)
                from_here = _times(store, "address = ?", (place,), now - HOUR)
                waits.append(self._limits.wait(everywhere, LOGIN_TIMES, now))
                waits.append(self._limits.wait(from_here, ADDRESS_TIMES, now))
        return max(waits)

    def failed(self, login: str, address: str) -> None:
        with self._open() as store:
            now = self._clock()
            store.execute("DELETE FROM failures WHERE at < ?", (now - DAY,))
            row = (_hashed("login", login), _hashed("address", address), now)
            store.execute("INSERT INTO failures VALUES (?, ?, ?)", row)

    def succeeded(self, login: str, address: str) -> None:
        """The address is known from now on; writes only where that is news."""
        row = (_hashed("login", login), _hashed("address", address))
        with self._open() as store:
            now = self._clock()
            if _times(store, "login = ? AND address = ?", row, 0):
                store.execute("DELETE FROM failures WHERE login = ? AND address = ?", row)
            if not self._known(store, *row, now, within=DAY):
                store.execute("INSERT OR REPLACE INTO known VALUES (?, ?, ?)", (*row, now))

    def locked(self, logins: list[str]) -> dict[str, int]:
        """The logins that wait somewhere, with the longest of their waits in seconds."""
        now = self._clock()
        found = {}
        with self._open() as store:
            rows = store.execute(
                "SELECT login, address, at FROM failures WHERE at > ? ORDER BY at DESC",
                (now - DAY,),
            ).fetchall()
        by_login: dict[str, dict[str, list[float]]] = {}
        for who, place, at in rows:
            by_login.setdefault(who, {}).setdefault(place, []).append(at)
        for login in logins:
            pairs = by_login.get(_hashed("login", login), {})
            everywhere = sorted(at for p in pairs.values() for at in p if at > now - HOUR)[::-1]
            waits = [self._limits.wait(times, 1, now) for times in pairs.values()]
            waits.append(self._limits.wait(everywhere, LOGIN_TIMES, now) if everywhere else 0)
            if max(waits):
                found[login] = max(waits)
        return found

    def unlock(self, login: str) -> None:
        """Forget a login's failures, wherever they came from."""
        with self._open() as store:
            store.execute("DELETE FROM failures WHERE login = ?", (_hashed("login", login),))

    def forget(self, login: str) -> None:
        """Forget a login's failures and the addresses it is known from."""
        self.unlock(login)
        with self._open() as store:
            store.execute("DELETE FROM known WHERE login = ?", (_hashed("login", login),))

    def use(self, account: str, code: str) -> bool:
        """Note that a code was used; False where it had been used before, by any process."""
        row = (_hashed("account", account), _hashed("code", code), self._clock())
        with self._open() as store:
            done = store.execute("INSERT OR IGNORE INTO used VALUES (?, ?, ?)", row)
            return done.rowcount == 1

    def _known(self, store, who: str, place: str, now: float, within: float = KNOWN_FOR) -> bool:
        row = store.execute(
            "SELECT at FROM known WHERE login = ? AND address = ?", (who, place)
        ).fetchone()
        return row is not None and row[0] > now - within

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        # opened for each use: connections may not cross threads, and a file costs 0.1 ms
        store = sqlite3.connect(self._path, timeout=5, isolation_level=None)
        try:
            store.execute("PRAGMA journal_mode = WAL")
            # a power failure may forget the last seconds' failures: cheaper than a disk's flush
            store.execute("PRAGMA synchronous = NORMAL")
            store.executescript(TABLES)
            yield store
        finally:
            store.close()


def _times(store, where: str, values: tuple, since: float) -> list[float]:
    query = f"SELECT at FROM failures WHERE {where} AND at > ? ORDER BY at DESC LIMIT 1000"
    return [at for (at,) in store.execute(query, (*values, since))]


def _hashed(kind: str, text: str) -> str:
    """Capitals and the way marks are composed make no other login."""
    return mac(f"attempts.{kind}", nfc(text).strip().lower())
