"""Legal texts, and the places in them that are cited."""

from dataclasses import dataclass
from dataclasses import field
from eduportal.mandate.references import Day
from eduportal.mandate.references import SourceId
from eduportal.mandate.references import TierId
from typing import Literal

Verified = Literal["text", "third-party", "memory", "seed"]
"""text: the provision itself was read; third-party: a summary was; memory: unverified;
seed: known from one of the five seed documents."""


@dataclass(frozen=True, slots=True)
class Source:
    """A legal text: circular, decree, law, letter, plan."""

    id: str
    kind: str
    title_vi: str
    title_en: str
    issuer: str
    validity: Literal["in-force", "replaced", "expired", "unknown"]
    verified: Verified
    number: str = ""
    issued_on: Day = Day("")
    in_force_from: Day = Day("")
    ended_on: Day = Day("")
    replaced_by: tuple[SourceId, ...] = ()
    tiers: tuple[TierId, ...] = ()
    seed: bool = False
    note: str = ""
    successors: tuple[str, ...] = field(default=(), metadata={"computed": "numbers of replaced_by"})
    origin: str = field(default="", metadata={"computed": "by the reader"})

    @property
    def name_vi(self) -> str:
        """“Thông tư 53/2012/TT-BGDĐT”; kind and issuer where the copy has no number."""
        return f"{self.kind.capitalize()} {self.number or f'của {self.issuer}'}"

    @property
    def name_en(self) -> str:
        kind = KIND_EN.get(self.kind, self.kind).capitalize()
        return f"{kind} {self.number or f'of {self.issuer}'}"

    @property
    def label_vi(self) -> str:
        """The name, and what became of the text."""
        fate = _fate(self, "đã được thay thế bởi", "đã hết hiệu lực", "chưa rõ hiệu lực")
        return self.name_vi + fate

    @property
    def label_en(self) -> str:
        fate = _fate(self, "replaced by", "no longer in force", "validity unknown")
        return self.name_en + fate


KIND_EN = {
    "bộ luật": "code",
    "chỉ thị": "directive",
    "công văn": "letter",
    "kế hoạch": "plan",
    "luật": "law",
    "nghị định": "decree",
    "quyết định": "decision",
    "tài liệu tập huấn": "training slides",
    "thông tư": "circular",
    "thông tư liên tịch": "joint circular",
    "tiêu chuẩn": "standard",
}


def _fate(source: Source, replaced: str, expired: str, unknown: str) -> str:
    if source.validity == "replaced":
        return f" ({replaced} {', '.join(source.successors)})"
    if source.validity == "expired":
        return f" ({expired})"
    if source.validity == "unknown":
        return f" ({unknown})"
    return ""


@dataclass(frozen=True, slots=True)
class Citation:
    """One place in one source; ``lines`` are those of the stored seed document."""

    source: SourceId
    where: str
    quote: str
    lines: str = ""
    verbatim: bool = True
