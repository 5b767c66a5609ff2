"""Who a request comes from, without keeping an address: a keyed hash that is worth one day.

The key is made anew each day in Viet Nam and is never in a database: it lies in the folder that the
processes of a machine share, and tomorrow's is written over it. The portal is part of what is
hashed, so that nobody can follow a visitor from one portal to the next.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path
from threading import Lock
from ZPublisher import HTTPRequest
import fcntl
import hashlib
import os
import secrets

KEY_BYTES = 32
LONGEST_AGENT = 500


class DailyKey:
    """The day's key: shared through ``folder``, or of this process alone where there is none."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._day: date | None = None
        self._key = b""
        self._lock = Lock()

    def of(self, day: date) -> bytes:
        with self._lock:
            if day != self._day:
                self._key = self._shared(day) if self._folder else secrets.token_bytes(KEY_BYTES)
                self._day = day
            return self._key

    def _shared(self, day: date) -> bytes:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(self._folder / "key", os.O_RDWR | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "r+") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX)
            written, _blank, key = stream.read().strip().partition(" ")
            if written != day.isoformat():
                key = secrets.token_hex(KEY_BYTES)
                stream.seek(0)
                stream.truncate()
                stream.write(f"{day.isoformat()} {key}\n")
        return bytes.fromhex(key)


def name(key: bytes, portal_id: str, address: str, agent: str) -> str:
    """The visitor's name for today; 16 hexadecimal digits."""
    text = "\0".join((portal_id, address, agent[:LONGEST_AGENT]))
    return hashlib.blake2b(text.encode(), key=key, digest_size=8).hexdigest()


def address_of(environ: Mapping[str, str]) -> str:
    """The client's address as Zope takes it: only proxies that ``zope.conf`` names are believed."""
    address = environ.get("REMOTE_ADDR", "")
    trusted = HTTPRequest.trusted_proxies
    if address in trusted:
        hops = [hop.strip() for hop in environ.get("HTTP_X_FORWARDED_FOR", "").split(",")]
        address = next((hop for hop in reversed(hops) if hop and hop not in trusted), address)
    return address


def is_person(environ: Mapping[str, str]) -> bool:
    """False for robots that say so, and for pages that a browser loads ahead of being asked."""
    ahead = environ.get("HTTP_SEC_PURPOSE", "") + environ.get("HTTP_PURPOSE", "")
    agent = environ.get("HTTP_USER_AGENT", "").lower()
    return bool(agent) and "prefetch" not in ahead and not any(word in agent for word in robots())


@cache
def robots() -> tuple[str, ...]:
    """``data/robots.txt``: what the names of robots' browsers contain, in small letters."""
    text = (resources.files("eduportal.visits") / "data" / "robots.txt").read_text()
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))
