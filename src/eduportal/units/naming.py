"""The domains and mailboxes that the rules give to a unit of a name and a place."""

from collections.abc import Iterator
from dataclasses import asdict
from dataclasses import dataclass
from eduportal.mandate import Kind
from eduportal.mandate import catalogue
from eduportal.mandate import kinds
from eduportal.units.domain_rules import PART
from eduportal.units.fields import HOST
from eduportal.units.names import joined
from eduportal.units.names import place
from eduportal.units.names import read_name
from eduportal.units.tables import table
from eduportal.vietnamese import fold
from itertools import product
from typing import Any

Values = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Rule:
    """Where an address comes from; ``newer`` marks law later than the five seed documents."""

    source: str
    where: str
    label_vi: str
    label_en: str
    newer: bool


@dataclass(frozen=True, slots=True)
class Domain:
    """A domain and the rules it follows; with a slash it is a page on the parent's portal."""

    address: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A mailbox, whose it is and the rule it follows."""

    address: str
    purpose_vi: str
    purpose_en: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Proposal:
    """``kind`` is ``None`` where the name does not tell it; ``domains`` has the best form first."""

    kind: Kind | None
    own_name: str
    domains: tuple[Domain, ...]
    mailboxes: tuple[Mailbox, ...]

    def as_dict(self) -> dict[str, Any]:
        """For ``--json``."""
        return {
            "kind": self.kind.code if self.kind else None,
            "own_name": self.own_name,
            "domains": [asdict(domain) for domain in self.domains],
            "mailboxes": [asdict(mailbox) for mailbox in self.mailboxes],
        }


class NamelessError(ValueError):
    """A name without an own name, which no address can be made of."""

    def __init__(self, name: str) -> None:
        self.vi = f'"{name}" không có tên riêng. Ví dụ: "Trường THPT Trần Phú".'
        self.en = f'"{name}" has no own name. For example: "Trường THPT Trần Phú".'
        super().__init__(self.vi)


def propose(name: str, province: str = "", district: str = "", commune: str = "") -> Proposal:
    """Addresses for a unit; forms that need a place that is not given are left out.

    A name whose kind is not recognised is treated as a school's, without a code.
    """
    read = read_name(name)
    kind = kinds().get(read.code)
    values = _values(kind, read.address, read.own, province, district, commune)
    if not any(values[part] for part in ("ten", "tinh", "huyen", "xa") if part in values):
        raise NamelessError(name)
    tier = kind.tier if kind else "school"
    if tier in ("school", "center") and not read.address:
        raise NamelessError(name)
    return Proposal(
        kind,
        read.address,
        tuple(_domains(tier, values)),
        tuple(_mailboxes(kind, values)) if kind else (),
    )


def _values(
    kind: Kind | None,
    own: str,
    own_words: tuple[str, ...],
    province: str,
    district: str,
    commune: str,
) -> Values:
    """What each part of a pattern may be; several spellings in order of preference."""
    code = kind.code if kind else ""
    tier = kind.tier if kind else "school"
    province_words = place(province) or (own_words if tier == "so" else ())
    tinh = joined(" ".join(province_words))
    short = next(
        (one for one in table("naming")["short_name"] if joined(one["place"]) in (tinh, tinh[2:])),
        {},
    ) if tinh else {}
    # A centre is named after its district (TXbadinh), an office is nothing else.
    named_after_district = tier in ("phong", "center")
    huyen = joined(" ".join(place(district))) or (own if named_after_district else "")
    xa = joined(" ".join(place(commune))) or (own if tier == "commune" else "")
    offices = table("naming")["short_office"]
    with_code = [f"{code.lower()}{own}", own] if tier in ("school", "center") and code else [own]
    return _known(
        {
            "ten": [own],
            "ma": [code],
            "truong": with_code,
            "trungtam": with_code,
            "donvi": [f"{offices['phong']}{huyen}"] if tier == "phong" else with_code,
            "tinh": [short.get("host", tinh)],
            "tinh_mail": [short.get("mail", tinh)],
            "tinh_gov": [short.get("gov", tinh)],
            "TenSo": [f"So{short.get('mail') or _capitals(province_words)}" if tinh else ""],
            "huyen": [huyen],
            "phong-giao-duc-huyen": [f"{offices['phong']}{huyen}" if huyen else ""],
            "thanhpho": [joined(" ".join(place(district))) or short.get("host", tinh)],
            "xa": [xa],
            "coquan": [offices["so"]],
            "user": ["{user}"],
        }
    )


def _known(values: Values) -> Values:
    return {part: [one for one in choices if one] for part, choices in values.items()}


def _capitals(words: tuple[str, ...]) -> str:
    """``Hà Nội`` → ``HaNoi`` (TT 53/2012 Điều 8.1)."""
    return "".join(fold(word).capitalize() for word in words)


def _domains(tier: str, values: Values) -> Iterator[Domain]:
    rules: dict[str, list[Rule]] = {}
    order: dict[str, tuple[bool, bool, int]] = {}
    for entry in catalogue().domain_patterns(tier):
        rule = _rule(entry.source, entry.where)
        for pattern in entry.patterns:
            given = values | {"tinh": values["tinh_gov"]} if pattern.endswith(".gov.vn") else values
            for rank, address in enumerate(_filled(pattern, given)):
                if not HOST.fullmatch(address.partition("/")[0]):
                    continue
                rules.setdefault(address, []).append(rule)
                # Names repeat from place to place: a form with the place is the safer choice.
                bare = tier in ("school", "center") and len(PART.findall(pattern)) == 1
                order.setdefault(address, ("/" in address, bare, rank))
    for address in sorted(rules, key=order.__getitem__):
        yield Domain(address, tuple(dict.fromkeys(rules[address])))


def _mailboxes(kind: Kind, values: Values) -> Iterator[Mailbox]:
    given = values | {"truong": values["ten"], "tinh": values["tinh_mail"]}
    for entry in table("naming")["mailbox"]:
        if kind.tier in entry["tiers"]:
            rule = _rule(entry["source"], entry["where"])
            for pattern in entry["patterns"]:
                # On a domain of its own the name is a host name, so in lower case.
                for address in _filled(pattern, given):
                    user, host = address.split("@")
                    yield Mailbox(f"{user}@{host.lower()}", entry["vi"], entry["en"], rule)
    for entry in catalogue().mailboxes(kind.tier):
        if kind.tier == "so" or entry.id == kind.code:
            for address in _filled(entry.pattern, given):
                rule = _rule(entry.source, entry.where)
                yield Mailbox(address, entry.title_vi, entry.title_en, rule)


def _filled(pattern: str, values: Values) -> Iterator[str]:
    """The pattern with every choice of its parts; none where a part is not known."""
    parts = PART.findall(pattern)
    for choice in product(*(values.get(part, []) for part in parts)):
        pieces = iter(choice)
        yield PART.sub(lambda _: next(pieces), pattern)


def _rule(source_id: str, where: str) -> Rule:
    source = catalogue().source(source_id)
    return Rule(source.id, where, source.label_vi, source.label_en, not source.seed)
