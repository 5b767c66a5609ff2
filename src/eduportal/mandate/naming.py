"""The naming rules of the sources as data: mailboxes, mail groups, domains, hosts to refuse.

``eduportal.units`` applies them; patterns use {tinh} {huyen} {xa} {truong} {trungtam}
{TenSo} {user} for names without diacritics.
"""

from dataclasses import dataclass
from dataclasses import field
from eduportal.mandate.references import SourceId
from eduportal.mandate.references import TierId
from typing import Literal


@dataclass(frozen=True, slots=True)
class MailGroup:
    """A mail group of the sector (TT 53/2012 Điều 7)."""

    id: str
    title_vi: str
    title_en: str
    source: SourceId
    where: str
    origin: str = field(default="", metadata={"computed": "by the reader"})


@dataclass(frozen=True, slots=True)
class Mailbox:
    """An official mailbox on the ministry's domain (TT 53/2012 Điều 8)."""

    id: str
    title_vi: str
    title_en: str
    pattern: str
    tier: TierId
    source: SourceId
    where: str
    origin: str = field(default="", metadata={"computed": "by the reader"})


@dataclass(frozen=True, slots=True)
class DomainPattern:
    """A form of domain name that one source allows to a tier; ``rules`` names the rule set."""

    id: str
    rules: str
    tier: TierId
    title_vi: str
    title_en: str
    patterns: tuple[str, ...]
    source: SourceId
    where: str
    example: str = ""
    origin: str = field(default="", metadata={"computed": "by the reader"})


@dataclass(frozen=True, slots=True)
class RefusedHost:
    """A host that no official address or portal may use."""

    id: str
    host: str
    use: Literal["mail", "site"]
    source: SourceId
    where: str
    quote: str
    named: bool = True
    """Whether the quote names the host, or only covers it by its “...”."""
    origin: str = field(default="", metadata={"computed": "by the reader"})
