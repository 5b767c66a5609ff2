"""Where the instance keeps what signing in needs beside the database: ``$VAR/accounts/``.

One secret key for all portals, and for each portal a small database of failed attempts. Neither
lies in the content database: a copy of that alone opens no second factor, and counting a failed
sign-in never conflicts with an editor's work. All processes of an instance share the folder.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
import os
import tempfile


def directory(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder, made where it is missing; a process without ``$VAR`` gets one of its own."""
    folder = Path(environ["VAR"]) / "accounts" if environ.get("VAR") else _stray()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


@cache
def _stray() -> Path:
    return Path(tempfile.mkdtemp(prefix="eduportal-accounts-"))
