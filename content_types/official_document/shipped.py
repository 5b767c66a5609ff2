"""The lists as they come with the kit: ``data/*.toml``; plain Python, no portal needed."""

from eduportal.terms.term import Term
from eduportal.terms.term import read
from functools import cache
from pathlib import Path
import tomllib

DATA = Path(__file__).parent / "data"


@cache
def shipped(name: str) -> tuple[Term, ...]:
    """``kinds``, ``issuers`` or ``areas``."""
    return read(DATA / f"{name}.toml")


@cache
def shipped_without_validity() -> tuple[str, ...]:
    """Tokens of the kinds that are neither in force nor expired."""
    text = (DATA / "kinds.toml").read_text(encoding="utf-8")
    tokens = tuple(tomllib.loads(text)["without_validity"])
    unknown = sorted(set(tokens) - {term.token for term in shipped("kinds")})
    if unknown:
        raise ValueError(f"kinds.toml: without_validity names no kind: {', '.join(unknown)}")
    return tokens
