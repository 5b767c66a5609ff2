"""Editions of the mandate, overlays of newer law, and the conflicts an edition decides."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from eduportal.mandate.references import ConflictId
from eduportal.mandate.references import EditionId
from eduportal.mandate.references import OverlayId
from eduportal.mandate.references import RequirementId
from typing import Literal


@dataclass(frozen=True, slots=True)
class Conflict:
    """A point on which the sources disagree, and the choice made by default."""

    id: str
    requirement: RequirementId
    title_vi: str
    title_en: str
    text: str
    suggestion: str
    decided_by: Literal["setting", "edition", "all-met"]
    default: str
    options: tuple[str, ...]
    origin: str = field(default="", metadata={"computed": "by the reader"})


@dataclass(frozen=True, slots=True)
class Overlay:
    """A layer of newer law over the seeds; the entries of its file belong to it."""

    id: str
    title_vi: str
    title_en: str
    origin: str = field(default="", metadata={"computed": "by the reader"})


@dataclass(frozen=True, slots=True)
class Edition:
    """A reading of the mandate: which overlays count, what is essential, what is chosen."""

    id: str
    title_vi: str
    title_en: str
    extends: EditionId = ""
    overlays: tuple[OverlayId, ...] = ()
    essential: tuple[RequirementId, ...] = ()
    essential_weight: int = 3
    choices: Mapping[ConflictId, str] = field(default_factory=dict)
    origin: str = field(default="", metadata={"computed": "by the reader"})
