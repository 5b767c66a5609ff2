"""Sections: the entry in the data, and the section a unit of one kind gets from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from eduportal.mandate.references import KindCode
from eduportal.mandate.references import RequirementId
from eduportal.mandate.references import SectionId
from eduportal.mandate.references import TierId
from eduportal.mandate.references import TierOrKind
from typing import Literal

PortalType = Literal[
    "Document",
    "News Item",
    "Event",
    "File",
    "Image",
    "Link",
    "Collection",
    "EasyForm",
    "OfficialDocument",
    "Resource",
    "Section",
]

View = Literal[
    "section_listing",
    "news_listing",
    "document_register",
    "resource_library",
    "link_list",
    "member_units",
    "legal_basis",
    "contact_page",
]


@dataclass(frozen=True, slots=True)
class Override:
    """What a tier or one kind of unit words or places differently."""

    title_vi: str | None = None
    title_en: str | None = None
    hint_vi: str | None = None
    hint_en: str | None = None
    slug_vi: str | None = None
    slug_en: str | None = None
    allowed_types: tuple[PortalType, ...] | None = None
    default_view: View | None = None
    requirements: tuple[RequirementId, ...] | None = None
    order: int | None = None
    in_menu: bool | None = None
    english: bool | None = None


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """One section as the data tells it, for every tier that has it."""

    id: str
    title_vi: str
    title_en: str
    hint_vi: str
    hint_en: str
    tiers: tuple[TierId, ...]
    order: int
    requirements: tuple[RequirementId, ...]
    parent: SectionId = ""
    codes: tuple[KindCode, ...] = ()
    slug_vi: str = ""
    slug_en: str = ""
    allowed_types: tuple[PortalType, ...] = ("Document", "File", "Image", "Link")
    default_view: View = "section_listing"
    in_menu: bool = True
    english: bool = False
    is_root: bool = False
    system: bool = False
    override: Mapping[TierOrKind, Override] = field(default_factory=dict)
    origin: str = field(default="", metadata={"computed": "by the reader"})


@dataclass(frozen=True, slots=True)
class Section:
    """A place in the tree of one kind of unit. The id never changes; titles and slugs may."""

    id: str
    tier: str
    kind: str
    parent: str
    title_vi: str
    title_en: str
    hint_vi: str
    hint_en: str
    slug_vi: str
    slug_en: str
    allowed_types: tuple[str, ...]
    default_view: str
    requirements: tuple[str, ...]
    order: int
    in_menu: bool
    english: bool
    is_root: bool
    system: bool
    origin: str
