"""What the sources demand of a portal."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from eduportal.mandate.references import RequirementId
from eduportal.mandate.references import SectionId
from eduportal.mandate.references import SourceId
from eduportal.mandate.references import TierId
from eduportal.mandate.sources import Citation
from eduportal.mandate.sources import Verified
from types import MappingProxyType
from typing import Any
from typing import Literal

NOTHING: Mapping[str, Any] = MappingProxyType({})

Obligation = Literal["mandatory", "recommended"]


@dataclass(frozen=True, slots=True)
class Group:
    """A subject under which requirements are shown together."""

    id: str
    title_vi: str
    title_en: str
    order: int
    origin: str = field(default="", metadata={"computed": "by the reader"})


@dataclass(frozen=True, slots=True)
class Part:
    """A sub-part that the text names; ``only`` holds the sources that name it, if not all do."""

    key: str
    vi: str
    pattern: str = ""
    only: tuple[SourceId, ...] = ()
    see: RequirementId = ""
    url: str = ""
    example: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number or date taken from the text, to be compared with ``op``."""

    key: str
    op: Literal["==", ">=", "<=", "between", "before"]
    value: Any
    unless: str = ""
    source: SourceId = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """What a newer text says about a requirement of the seeds; part of an overlay."""

    requirement: RequirementId
    source: SourceId
    effect: Literal["confirms", "changes", "relaxes", "adds", "ends"]
    verified: Verified
    note_vi: str
    note_en: str
    where: str = ""
    obligation: Obligation | None = None
    freshness: str | None = None
    overlay: str = field(default="", metadata={"computed": "by the reader"})


@dataclass(frozen=True, slots=True)
class Requirement:
    """One demand, merged across the sources that make it."""

    id: str
    title_vi: str
    title_en: str
    group: str
    """Id of a declared group; any other is shown under “other”."""
    kind: Literal["section", "function", "technical", "operation", "evaluation", "email"]
    tiers: tuple[TierId, ...]
    obligation: Obligation
    check: Literal["sections", "feature", "manual"]
    capability: str
    state: Literal["built", "planned"]
    citations: tuple[Citation, ...]
    suggested_tiers: tuple[TierId, ...] = ()
    parameters: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    weight: int = 1
    essential: bool = field(default=False, metadata={"computed": "by the edition"})
    required_parts: tuple[Part, ...] = ()
    measures: tuple[Measure, ...] = ()
    served_by: tuple[SectionId, ...] = ()
    freshness: str = ""
    notes: str = ""
    verified: Verified = "seed"
    overlay: str = field(default="", metadata={"computed": "by the reader"})
    annotations: tuple[Annotation, ...] = field(default=(), metadata={"computed": "by the edition"})
    origin: str = field(default="", metadata={"computed": "by the reader"})
