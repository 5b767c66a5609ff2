"""Addresses that the sources give, and the online systems that they name."""

from dataclasses import dataclass
from dataclasses import field
from eduportal.mandate.references import Day
from eduportal.mandate.references import SourceId
from typing import Literal


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a source gives an address."""

    source: SourceId
    where: str


@dataclass(frozen=True, slots=True)
class Link:
    """An address exactly as a source gives it, and what is known of it today."""

    id: str
    title_vi: str
    title_en: str
    url: str
    purpose: str
    mentions: tuple[Mention, ...]
    status: Literal["current", "moved", "dead", "unknown"]
    checked_on: Day
    checked_by: Literal["stored copy", "memory", "not checked"]
    successor_url: str = ""
    successor_title_vi: str = ""
    successor_title_en: str = ""
    note_vi: str = ""
    note_en: str = ""
    origin: str = field(default="", metadata={"computed": "by the reader"})


@dataclass(frozen=True, slots=True)
class Module:
    """An education management system that TT 53/2012 Điều 15.1 names."""

    id: str
    title_vi: str
    title_en: str
    source: SourceId
    where: str
    origin: str = field(default="", metadata={"computed": "by the reader"})
