"""How often somebody may post, counted in memory and without keeping an address."""

from collections import OrderedDict
from collections import deque
from collections.abc import Hashable
from threading import Lock
import hashlib
import hmac
import ipaddress
import math
import os
import time

MOST_KEYS = 20_000
# Made anew in each process: without it a hash of the four billion IPv4 addresses could be undone.
SALT = os.urandom(32)


def visitor(address: str) -> str:
    """A name for a client that does not tell its address; an IPv6 client is its /64 network."""
    try:
        network = ipaddress.ip_address(address)
        if network.version == 6 and network.ipv4_mapped is None:
            network = ipaddress.ip_network((network, 64), strict=False)
        text = str(network)
    except ValueError:
        text = address
    return hmac.new(SALT, text.encode(), hashlib.sha256).hexdigest()[:32]


class Limiter:
    """Counts events per key within a moving window; the keys used longest ago are forgotten."""

    def __init__(self, most_keys: int = MOST_KEYS, clock=time.monotonic) -> None:
        self._events: OrderedDict[Hashable, deque[float]] = OrderedDict()
        self._most_keys = most_keys
        self._clock = clock
        self._lock = Lock()

    def wait(self, key: Hashable, most: int, window: float) -> int:
        """Seconds until ``key`` may act again, 0 where it may now."""
        with self._lock:
            events = self._recent(key, window)
            if len(events) < most:
                return 0
            return max(1, math.ceil(events[-most] + window - self._clock()))

    def count(self, key: Hashable, window: float) -> None:
        """Note that ``key`` acted."""
        with self._lock:
            events = self._recent(key, window)
            events.append(self._clock())
            self._events[key] = events
            self._events.move_to_end(key)
            while len(self._events) > self._most_keys:
                self._events.popitem(last=False)

    def clear(self) -> None:
        with self._lock:
            self._events.clear()

    def _recent(self, key: Hashable, window: float) -> deque[float]:
        events = self._events.get(key, deque())
        while events and events[0] <= self._clock() - window:
            events.popleft()
        if not events:
            self._events.pop(key, None)
        return events
