"""The sample data, read once."""

from functools import cache
from pathlib import Path
import tomllib

DATA = Path(__file__).parent / "data"


@cache
def table(name: str) -> dict:
    """One TOML file of ``data/``."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def file_bytes(name: str) -> bytes:
    """One file of ``data/`` that becomes an attachment."""
    return (DATA / name).read_bytes()
