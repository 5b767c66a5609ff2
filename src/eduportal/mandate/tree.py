"""Sections: the entry in the data, and the section a unit of one kind gets from it."""

from dataclasses import dataclass
from dataclasses import field
from eduportal.mandate.references import KindCode
from eduportal.mandate.references import RequirementId
from eduportal.mandate.references import SectionId
from eduportal.mandate.references import TierId
from eduportal.mandate.references import TierOrKind
from eduportal.mandate.references import Words
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
    "Procedure",
    "Service",
    "FormTemplate",
    "Resource",
    "AdmissionSeason",
    "Album",
    "Topic",
    "Section",
]

View = Literal[
    "section_listing",
    "news_listing",
    "document_register",
    "procedure_list",
    "service_catalogue",
    "forms_library",
    "resource_library",
    "link_list",
    "member_units",
    "legal_basis",
    "contact_page",
    "case_status",
]


@dataclass(frozen=True, slots=True)
class Override:
    """What some tiers or kinds of unit word or place differently."""

    of: tuple[TierOrKind, ...]
    title_vi: Words | None = None
    title_en: Words | None = None
    hint_vi: Words | None = None
    hint_en: Words | None = None
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
    title_vi: Words
    title_en: Words
    hint_vi: Words
    hint_en: Words
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
    override: tuple[Override, ...] = ()
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
