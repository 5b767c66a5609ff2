"""Where journals lie: ``$EDUPORTAL_AUDIT``, or ``audit`` in ``$VAR``; a folder for each portal."""

from collections.abc import Mapping
from eduportal.audit.journal import Journal
from functools import cache
from pathlib import Path
import os
import tempfile

INSTANCE = "_instance"
"""The folder for what belongs to no portal."""


def directory(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder of all journals; a debug prompt, which has neither, gets one of its own."""
    named = environ.get("EDUPORTAL_AUDIT")
    if named:
        return Path(named)
    if environ.get("VAR"):
        return Path(environ["VAR"]) / "audit"
    return _stray()


@cache
def _stray() -> Path:
    return Path(tempfile.mkdtemp(prefix="eduportal-audit-"))


def journal(unit_id: str) -> Journal:
    """The journal of one portal; ``""`` is the instance itself."""
    return Journal(directory() / (unit_id or INSTANCE))


def known() -> list[str]:
    """The portals that have a journal."""
    folders = directory().iterdir() if directory().is_dir() else ()
    return sorted(folder.name for folder in folders if folder.is_dir())
