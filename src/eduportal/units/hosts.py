"""Hosts that no official portal or published mailbox may use.

TT 53/2012 Điều 4.7 names free mail, the Kon Tum letter (II.1) free sites, both with "...": hosts
they name come from the mandate, those of the same sort from ``data/hosts.toml``.
"""

from dataclasses import dataclass
from eduportal.mandate import catalogue
from eduportal.units.tables import table
from functools import cache
from typing import Literal

Use = Literal["mail", "site"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refused host and the rule; ``named`` tells whether the rule names this very host."""

    host: str
    named: bool
    quote: str
    source_vi: str
    source_en: str

    @property
    def reason_vi(self) -> str:
        way = "theo" if self.named else "vì cùng loại với các dịch vụ nêu tại"
        return f'{way} {self.source_vi}: "{self.quote}"'

    @property
    def reason_en(self) -> str:
        way = "under" if self.named else "as being of the kind named in"
        return f'{way} {self.source_en}: "{self.quote}"'


def refusal(host: str, use: Use) -> Refusal | None:
    """The refusal that meets a host or one of the domains it lies in."""
    labels = host.lower().rstrip(".").split(".")
    refusals = _refusals(use)
    for start in range(len(labels)):
        found = refusals.get(".".join(labels[start:]))
        if found:
            return found
    return None


def own_hosts(use: Use) -> list[str]:
    """The hosts that are refused on our own reading."""
    return list(table("hosts")[use])


@cache
def _refusals(use: Use) -> dict[str, Refusal]:
    named: dict[str, Refusal] = {}
    for entry in catalogue().refused_hosts(use):
        source = catalogue().source(entry.source)
        vi = f"{source.label_vi}, {entry.where}"
        en = f"{source.label_en}, {entry.where}"
        named[entry.host] = Refusal(entry.host, True, entry.quote, vi, en)
    model = next(iter(named.values()))
    ours = {
        host: Refusal(host, False, model.quote, model.source_vi, model.source_en)
        for host in own_hosts(use)
    }
    return ours | named
