"""Codes of six digits that change every half minute (RFC 6238); plain Python.

SHA-1 and thirty seconds, because that is what the authenticator programs on people's phones take.
"""

from urllib.parse import quote
from urllib.parse import urlencode
import base64
import hashlib
import hmac
import secrets
import struct

SECONDS, DIGITS, BYTES = 30, 6, 20
DRIFT = 1
"""Codes of the step before and after are taken too: a phone's clock is not exact."""


def new_secret() -> str:
    """A fresh secret as people can type it: 32 letters and digits (base 32)."""
    return base64.b32encode(secrets.token_bytes(BYTES)).decode()


def code(secret: str, step: int) -> str:
    """The code of one step of time (RFC 4226, 5.3)."""
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", step), hashlib.sha1).digest()
    place = digest[-1] & 15
    number = struct.unpack(">I", digest[place : place + 4])[0] & 0x7FFFFFFF
    return str(number % 10**DIGITS).zfill(DIGITS)


def matching_step(secret: str, given: str, now: float) -> int | None:
    """The step whose code was given, or None; every candidate is compared, in constant time."""
    present = int(now) // SECONDS
    found = None
    for step in range(present - DRIFT, present + DRIFT + 1):
        if hmac.compare_digest(code(secret, step).encode(), given.encode()):
            found = step
    return found


def address(secret: str, login: str, issuer: str) -> str:
    """What the QR code holds: ``otpauth://totp/…``."""
    label = quote(f"{issuer}:{login}", safe="@")
    query = urlencode({"secret": secret, "issuer": issuer}, quote_via=quote)
    return f"otpauth://totp/{label}?{query}"
