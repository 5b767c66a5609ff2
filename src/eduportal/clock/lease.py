"""Who makes the steps that are due: one process, though several share the database.

The lease is taken when something is due and given back when that is done, so an instance in which
nothing happens writes nothing. Every step is committed together with a new date of the lease: of
two processes that both believe they hold it, the database lets only one commit.
"""

from Acquisition import aq_base
from pathlib import Path
from persistent.mapping import PersistentMapping
import contextlib
import os
import secrets
import socket

KEY = "_eduportal_lease"
SECONDS = 20
"""A holder that has not been heard of for so long is taken to be dead; one item takes about 0.1.
If it is not, it loses its next commit and no more."""


def new_holder() -> str:
    """A name for this process: where it runs, its number there, and a word of its own."""
    return f"{_place()} {os.getpid()} {secrets.token_hex(4)}"


def take(app, holder: str, now: float) -> bool:
    """Write the lease on ``holder``, unless another holds it; valid once committed."""
    if getattr(aq_base(app), KEY, None) is None:
        setattr(aq_base(app), KEY, PersistentMapping())
    kept = getattr(aq_base(app), KEY)
    other = kept.get("holder", "")
    if other and other != holder and kept["until"] > now and not _dead(other):
        return False
    kept.update(holder=holder, until=now + SECONDS)
    return True


def prolong(app, holder: str, now: float) -> bool:
    """Write a new date on the lease; False where another process has it by now."""
    kept = getattr(aq_base(app), KEY, {})
    if kept.get("holder") != holder:
        return False
    kept["until"] = now + SECONDS
    return True


def give_back(app, holder: str) -> None:
    """Let others have it at once."""
    kept = getattr(aq_base(app), KEY, {})
    if kept.get("holder") == holder:
        kept.update(holder="", until=0.0)


def _dead(holder: str) -> bool:
    """Whether the holder ran here and does so no more; elsewhere only time tells."""
    place, _blank, rest = holder.rpartition(" ")[0].rpartition(" ")
    if place != _place():
        return False
    try:
        os.kill(int(rest), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    # Killed, and nobody has asked for its exit status: the number is taken, the work is not done.
    with contextlib.suppress(OSError):
        return Path(f"/proc/{rest}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    return False


def _place() -> str:
    """The machine and, in containers that share its name, the space in which numbers are given."""
    space = ""
    with contextlib.suppress(OSError):
        space = os.readlink("/proc/self/ns/pid")
    return f"{socket.gethostname()}/{space}"
