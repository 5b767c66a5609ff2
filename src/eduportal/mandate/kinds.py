"""Who a portal can belong to: tiers, and the kinds of unit in them (TT 53/2012 Điều 3.4)."""

from dataclasses import dataclass
from dataclasses import field
from eduportal.mandate.references import Day
from eduportal.mandate.references import KindCode
from eduportal.mandate.references import MailGroupId
from eduportal.mandate.references import SourceId
from eduportal.mandate.references import TierId


@dataclass(frozen=True, slots=True)
class Tier:
    """A level of the sector; what applies to ``inherits`` applies to it too."""

    id: str
    title_vi: str
    title_en: str
    site_name_vi: str
    site_name_en: str
    self_vi: str
    """How the unit speaks of itself in titles and hints: replaces ``{unit}`` there."""
    self_en: str
    example_kind: KindCode
    """The kind whose tree stands for the whole tier where one must be shown."""
    inherits: TierId = ""
    from_day: Day = Day("")
    until_day: Day = Day("")
    note: str = ""
    origin: str = field(default="", metadata={"computed": "by the reader"})


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of unit; its code is the one that domain names and mailboxes carry."""

    code: str
    title_vi: str
    title_en: str
    tier: TierId
    lead_vi: str
    """Title of its leadership: replaces ``{lead}`` in section titles."""
    lead_en: str
    levels: tuple[str, ...] = ()
    mail_groups: tuple[MailGroupId, ...] = ()
    mail_groups_note: str = ""
    source: SourceId = ""
    where: str = ""
    origin: str = field(default="", metadata={"computed": "by the reader"})
