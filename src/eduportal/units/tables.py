"""The data files of this folder."""

from functools import cache
from importlib.resources import files
from typing import Any
import tomllib


@cache
def table(name: str) -> dict[str, Any]:
    """``data/NAME.toml``; shared, so not to be changed by its readers."""
    return tomllib.loads(files(__package__).joinpath(f"data/{name}.toml").read_text("utf-8"))
