"""The last sweep over the pages of this version, as ``make axe`` wrote it down."""

from dataclasses import dataclass
from dataclasses import fields
from datetime import date
from functools import cache
from importlib.resources import files
import tomllib

FILE = files("eduportal.accessibility") / "data" / "last_check.toml"


@dataclass(frozen=True, slots=True)
class Check:
    """``pages``: each template in both languages, as visitor and, where it has editors, as editor.

    ``serious`` counts what axe calls serious or critical, ``lesser`` the rest.
    """

    day: date
    templates: int
    pages: int
    serious: int
    lesser: int
    axe: str
    browser: str


def read(text: str) -> Check:
    """Strict: a key too many or too few is an error, not a guess."""
    found = tomllib.loads(text)
    known = {field.name for field in fields(Check)}
    if found.keys() != known:
        raise ValueError(f"last_check.toml has {sorted(found)}; {sorted(known)} belong there.")
    return Check(**found)


def written(check: Check) -> str:
    """The file's text for a check."""
    return f"""# Written by "make axe": what the last sweep over this version's pages found.
day = {check.day:%Y-%m-%d}
templates = {check.templates}
pages = {check.pages}
serious = {check.serious}
lesser = {check.lesser}
axe = "{check.axe}"
browser = "{check.browser}"
"""


@cache
def last_check() -> Check:
    """The check that this version carries."""
    return read(FILE.read_text(encoding="utf-8"))
