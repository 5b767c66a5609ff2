"""Finished files in memory, so that asking again costs nothing; bounded in bytes."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock


class Kept:
    """Who uses it puts into the key whatever the file depends on; what is oldest makes room."""

    def __init__(self, most_bytes: int) -> None:
        self._files: OrderedDict[Hashable, bytes] = OrderedDict()
        self._most_bytes = most_bytes
        self._bytes = 0
        self._lock = Lock()

    def get(self, key: Hashable) -> bytes | None:
        with self._lock:
            if key in self._files:
                self._files.move_to_end(key)
            return self._files.get(key)

    def put(self, key: Hashable, data: bytes) -> None:
        """A file larger than a quarter of the room would push out too many others."""
        if len(data) > self._most_bytes // 4:
            return
        with self._lock:
            self._bytes += len(data) - len(self._files.pop(key, b""))
            self._files[key] = data
            while self._bytes > self._most_bytes:
                self._bytes -= len(self._files.popitem(last=False)[1])

    def clear(self) -> None:
        with self._lock:
            self._files.clear()
            self._bytes = 0
