"""The instance's secret key, and what is done with it: sealing and signing.

The key is a file that only its owner reads. Whoever loses it loses the second factors sealed with
it: an administrator removes them and people enrol again.
"""

from base64 import urlsafe_b64encode
from cryptography.fernet import Fernet
from cryptography.fernet import InvalidToken
from eduportal.accounts.place import directory
from functools import lru_cache
from pathlib import Path
import hashlib
import hmac
import json
import os
import secrets
import time


def seal(purpose: str, text: str) -> str:
    """Encrypt ``text``; what was sealed for one purpose does not open for another."""
    return _box(purpose).encrypt(text.encode()).decode()


def unseal(purpose: str, sealed: str, seconds: int | None = None) -> str | None:
    """The text again; None where it is foreign, damaged or older than ``seconds``."""
    try:
        return _box(purpose).decrypt(sealed.encode(), ttl=seconds).decode()
    except (InvalidToken, UnicodeError):
        return None


def mac(purpose: str, text: str) -> str:
    """A name for ``text`` that cannot be turned back without the key: 32 hexadecimal digits."""
    return hmac.new(_derived(purpose), text.encode(), hashlib.sha256).hexdigest()[:32]


def ticket(purpose: str, **facts: str) -> str:
    """Sealed facts that a browser carries for a few minutes; opened by ``facts_of``."""
    return seal(purpose, json.dumps(facts | {"made": int(time.time())}))


def facts_of(purpose: str, given: str, seconds: int) -> dict | None:
    """The facts of a ticket, with ``made``, the second it was made; None where it is no good."""
    text = unseal(purpose, given, seconds)
    return None if text is None else json.loads(text)


def _box(purpose: str) -> Fernet:
    return Fernet(urlsafe_b64encode(_derived(purpose)))


def _derived(purpose: str) -> bytes:
    return hmac.new(_key(directory() / "key"), purpose.encode(), hashlib.sha256).digest()


@lru_cache(maxsize=8)
def _key(path: Path) -> bytes:
    """Read, or made by whichever process comes first: the others read what that one wrote."""
    fresh = path.with_name(f"key.{os.getpid()}.{secrets.token_hex(4)}")
    if not path.exists():
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as stream:
            stream.write(secrets.token_hex(32) + "\n")
        try:
            # a link never replaces what is there
            os.link(fresh, path)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return bytes.fromhex(path.read_text().strip())
