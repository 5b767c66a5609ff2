"""What an office's portal is divided by (Quận 8: Phòng, Mầm non, Tiểu học, THCS, Khối khác)."""

from dataclasses import dataclass
from eduportal.mandate import kinds
from functools import cache
from importlib.resources import files
import tomllib


@dataclass(frozen=True)
class Level:
    """``others`` holds whatever unit is of no level: centres, and what an add-on brings."""

    id: str
    title_vi: str
    title_en: str
    tiers: tuple[str, ...]
    others: bool = False

    def title(self, language: str) -> str:
        return self.title_en if language == "en" else self.title_vi

    @property
    def tags(self) -> tuple[str, str]:
        """An article with one of these as its tag is news of this level."""
        return self.title_vi, self.title_en

    def has(self, kind_code: str) -> bool:
        """Whether units of this kind belong here; one of two levels belongs to both."""
        kind = kinds().get(kind_code)
        if kind is None or _is_office(kind.tier):
            return False
        return self.id in kind.levels or (self.others and not kind.levels)


def levels_of(tier: str) -> tuple[Level, ...]:
    """The levels of an office's portal in their order; none for a school's or a centre's."""
    return tuple(level for level in _data()[1] if tier in level.tiers)


def own_title(tier: str, language: str) -> str:
    """What an office calls itself beside the levels."""
    return _data()[0][tier][language]


def _is_office(tier: str) -> bool:
    return tier in _data()[0]


@cache
def _data() -> tuple[dict[str, dict[str, str]], tuple[Level, ...]]:
    text = files(__package__).joinpath("levels.toml").read_text("utf-8")
    data = tomllib.loads(text)
    levels = (Level(**one | {"tiers": tuple(one["tiers"])}) for one in data["level"])
    return data["own"], tuple(levels)
