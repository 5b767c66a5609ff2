"""The lists of procedures; fields are kept by the unit's administrator."""

from eduportal import terms
from functools import cache
from pathlib import Path

PREFIX = "eduportal.procedures"
DATA = Path(__file__).parent / "data"


@cache
def shipped(name: str) -> tuple[terms.Term, ...]:
    """``areas``, ``authorities``, ``audiences`` or ``ways`` as they come with the kit."""
    return terms.read(DATA / f"{name}.toml")


def terms_of(name: str) -> tuple[terms.Term, ...]:
    """The list as this portal keeps it; all but the fields are fixed."""
    return terms.kept(f"{PREFIX}.{name}", shipped(name))


def title_of(name: str, value: str | None, language: str) -> str:
    """The listed name in the reader's language; what is not listed stands as stored."""
    term = terms.find(terms_of(name), value) if value else None
    return term.title(language) if term else value or ""
