"""What a page gives to who has proved to be the applicant, so that he is not asked twice.

* The *pass* is a hidden field of the status page: for half an hour it stands for code and factor.
* The *device* is a cookie: it opens nothing, but strangers' guesses at the same code do not lock
  out a device from which the case has been seen before.

Both are signed with the portal's keys, which change by themselves; neither tells a code.
"""

from plone.keyring.interfaces import IKeyManager
from zope.component import getUtility
import hmac
import re
import time

MINUTES = 30
COOKIE = "edu_case"
COOKIE_DAYS = 180
MOST_CASES = 5
"""That one device remembers: a family's children."""
PASS = re.compile(r"([0-9]{1,18})\.([0-9]{10})\.([0-9a-f]{64})", re.ASCII)


def give_pass(number: int, purpose: str = "pass") -> str:
    """Another ``purpose`` makes a pass that opens that alone, and not the status page."""
    until = int(time.time()) + MINUTES * 60
    return f"{number}.{until}.{_signed(_keys()[0], purpose, f'{number}.{until}')}"


def read_pass(given: object, purpose: str = "pass") -> int | None:
    """The number of the case; None for a pass that is old or was never given."""
    found = PASS.fullmatch(given) if isinstance(given, str) else None
    if found is None:
        return None
    number, until, signature = found.groups()
    right = [_signed(key, purpose, f"{number}.{until}") for key in _keys()]
    known = [hmac.compare_digest(signature, one) for one in right]
    return int(number) if any(known) and int(until) >= time.time() else None


def knows(cookie: object, code: str) -> bool:
    """Whether a device has seen the case of that code (normalised) before."""
    given = cookie.split(".") if isinstance(cookie, str) else []
    right = [_signed(key, "device", code)[:32] for key in _keys()]
    known = [hmac.compare_digest(one.encode(), mine.encode()) for one in given for mine in right]
    return any(known)


def remember(cookie: object, code: str) -> str:
    """The cookie with the case added."""
    given = re.findall(r"[0-9a-f]{32}", cookie) if isinstance(cookie, str) else []
    mine = _signed(_keys()[0], "device", code)[:32]
    return ".".join([mine, *(one for one in given if one != mine)][:MOST_CASES])


def _keys() -> list[str]:
    return [key for key in getUtility(IKeyManager)["_system"] if key]


def _signed(key: str, purpose: str, text: str) -> str:
    return hmac.new(key.encode(), f"{__name__} {purpose} {text}".encode(), "sha256").hexdigest()
