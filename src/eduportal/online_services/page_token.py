"""What makes each page of a form one of its own: sent twice, it opens one case.

A token is made when the page is and carries its second, so that who began in time may finish. It
is signed with the portal's key: nobody makes up one, nor uses one for another service.
"""

from dataclasses import dataclass
from plone.keyring.interfaces import IKeyManager
from zope.component import getUtility
import hashlib
import hmac
import re
import secrets
import time

LIFETIME = 24 * 3600
"""Seconds in which a page may be sent; whoever comes later gets a new token with his answers."""
FORMAT = re.compile(r"([0-9]{10})-([0-9a-f]{32})-([0-9a-f]{64})", re.ASCII)


@dataclass(frozen=True)
class PageToken:
    """``text`` goes into the page; ``made`` is the second of its making."""

    text: str
    made: int

    @property
    def fresh(self) -> bool:
        return 0 <= time.time() - self.made + 60 <= LIFETIME


def new(service_uid: str) -> PageToken:
    made = int(time.time())
    body = f"{made}-{secrets.token_hex(16)}"
    return PageToken(f"{body}-{_sign(_keys()[0], service_uid, body)}", made)


def read(service_uid: str, given: object) -> PageToken | None:
    """The token as it was sent, or None where this portal did not make it for this service."""
    found = FORMAT.fullmatch(given) if isinstance(given, str) else None
    if found is None:
        return None
    body = f"{found[1]}-{found[2]}"
    signed = [hmac.compare_digest(_sign(key, service_uid, body), found[3]) for key in _keys()]
    return PageToken(given, int(found[1])) if any(signed) else None


def _keys() -> list[str]:
    return [key for key in getUtility(IKeyManager)["_system"] if key]


def _sign(key: str, service_uid: str, body: str) -> str:
    text = f"eduportal.online_services {service_uid} {body}"
    return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()
