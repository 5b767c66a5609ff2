"""The arrangement that a portal begins with, by tier of its unit: ``data/defaults.toml``."""

from eduportal.home.arrangement import Arrangement
from eduportal.home.arrangement import Placement
from eduportal.mandate import kinds
from eduportal.units.settings import current_unit
from functools import cache
from importlib.resources import files
import tomllib

EVERYBODY = "unit"


def default() -> Arrangement:
    """For the unit of the portal at hand."""
    unit = current_unit()
    kind = kinds().get(unit.tier) if unit is not None else None
    return of_tier(kind.tier if kind is not None else EVERYBODY)


@cache
def of_tier(tier: str) -> Arrangement:
    """For units of a tier; a tier of an add-on's catalogue has what suits everybody."""
    arranged = _tables().get(tier) or _tables()[EVERYBODY]
    return tuple(
        Placement(block, block, column) for column, blocks in arranged.items() for block in blocks
    )


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    data = files("eduportal.home").joinpath("data/defaults.toml")
    return tomllib.loads(data.read_text(encoding="utf-8"))
