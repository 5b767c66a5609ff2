"""A person's second factor: whether there is one, enrolling, checking, taking it away.

What is stored is sealed with the instance's key and lies at the doorkeeper, not among the member
properties: no form, export or REST answer shows those records.
"""

from eduportal.accounts import totp
from eduportal.accounts.keys import mac
from eduportal.accounts.keys import seal
from eduportal.accounts.keys import unseal
from persistent import Persistent
import hmac
import re
import secrets
import time

PURPOSE = "second factor"
RECOVERY_CODES = 10
LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without those that look alike on paper."""


class SecondFactor(Persistent):
    """One person's: the sealed secret, and keyed hashes of the recovery codes."""

    def __init__(self, sealed: str, recovery: tuple[str, ...], since: float) -> None:
        self.sealed = sealed
        self.recovery = recovery
        self.since = since

    def renew(self, user_id: str, recovery: tuple[str, ...]) -> None:
        """Other recovery codes; the old ones are void."""
        self.recovery = _hashes(user_id, recovery)


def new_recovery_codes() -> tuple[str, ...]:
    """Ten codes of twelve letters and digits, in groups of four; each is good for one sign-in."""
    return tuple(
        "-".join("".join(secrets.choice(LETTERS) for _i in range(4)) for _j in range(3))
        for _k in range(RECOVERY_CODES)
    )


def made(user_id: str, secret: str, recovery: tuple[str, ...]) -> SecondFactor:
    """The record of a secret whose first code was right."""
    return SecondFactor(seal(_purpose(user_id), secret), _hashes(user_id, recovery), time.time())


def check(factor: SecondFactor, user_id: str, given: str, attempts) -> bool:
    """Whether a code from the phone or a recovery code is right, and was never used before.

    That a code was used is noted at once and outside the transaction: one that fails or is tried
    again must not give the code back.
    """
    digits = re.sub(r"\s", "", given)
    secret = unseal(_purpose(user_id), factor.sealed)
    if re.fullmatch(r"\d{6}", digits, re.ASCII) and secret is not None:
        step = totp.matching_step(secret, digits, time.time())
        return step is not None and attempts.use(user_id, f"step {step}")
    hashed = _hashed(user_id, _letters(given))
    if any(hmac.compare_digest(hashed, one) for one in factor.recovery):
        return attempts.use(user_id, f"recovery {hashed}")
    return False


def _hashes(user_id: str, recovery: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_hashed(user_id, _letters(code)) for code in recovery)


def _letters(code: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", code.upper())


def _hashed(user_id: str, code: str) -> str:
    return mac(f"recovery code of {user_id}", code)


def _purpose(user_id: str) -> str:
    return f"{PURPOSE} of {user_id}"
