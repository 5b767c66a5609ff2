"""The domains and mailboxes that the rules give to a unit of a name and a place."""

from collections.abc import Iterator
from dataclasses import asdict
from dataclasses import dataclass
from eduportal.mandate import Kind
from eduportal.mandate import catalogue
from eduportal.mandate import kinds
from eduportal.units.contacts import HOST
from eduportal.units.domain_rules import PART
from eduportal.units.names import Name
from eduportal.units.names import joined
from eduportal.units.names import place
from eduportal.units.names import read_name
from eduportal.units.tables import table
from eduportal.vietnamese import fold
from itertools import chain
from itertools import product
from itertools import zip_longest
from typing import Any

Values = dict[str, list[str]]
NAMED_BY = {"so": "tinh", "phong": "huyen", "commune": "xa"}
"""The part an office's address is made of; the others have names of their own."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Where an address comes from; ``newer`` marks law later than the five seed documents."""

    source: str
    where: str
    label_vi: str
    label_en: str
    newer: bool

    @property
    def citation(self) -> str:
        """Source and place, in Vietnamese; newer law says so."""
        newer = f" – {NEWER_VI}" if self.newer else ""
        return f"{self.label_vi}, {self.where}{newer}"


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


NEWER_VI = "văn bản mới hơn"


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
    values = _values(kind, read, province, district, commune)
    tier = kind.tier if kind else "school"
    if not values[NAMED_BY.get(tier, "ten")]:
        raise NamelessError(name)
    return Proposal(
        kind,
        read.address,
        tuple(_domains(tier, values)),
        tuple(_mailboxes(kind, values)) if kind else (),
    )


def shown(address: str) -> str:
    """A mailbox with the part that is left open in words: ``<tên-người-dùng>@hanoi.edu.vn``."""
    return address.replace("{user}", f"<{table('naming')['parts']['vi']['user']}>")


def _values(kind: Kind | None, name: Name, province: str, district: str, commune: str) -> Values:
    """What each part of a pattern may be: spellings in order of preference, none if not known."""
    code = kind.code if kind else ""
    tier = kind.tier if kind else "school"
    own = name.address
    province_words = place(province) or (name.own if tier == "so" else ())
    tinh = joined(" ".join(province_words))
    short = _short_name(tinh)
    huyen = joined(" ".join(place(district))) or (own if tier == "phong" else "")
    xa = joined(" ".join(place(commune))) or (own if tier == "commune" else "")
    offices = table("naming")["short_office"]
    pgd = f"{offices['phong']}{huyen}" if huyen else ""
    # Without its code a centre's name would be its district's domain (badinh.edu.vn).
    with_code = [f"{code.lower()}{own}"] if own else []
    plain = [own] if tier == "school" and own else []
    school = list(dict.fromkeys(with_code + plain))
    values = {
        "ten": [own],
        "ma": [code],
        "truong": school,
        "trungtam": school,
        "donvi": [pgd] if tier == "phong" else school,
        "tinh": [short.get("host", tinh)],
        "tinh_mail": [short.get("mail", tinh)],
        "tinh_gov": [short.get("gov", tinh)],
        "TenSo": [f"So{short.get('mail') or _capitals(province_words)}" if tinh else ""],
        "huyen": [huyen],
        "phong-giao-duc-huyen": [pgd],
        "thanhpho": [huyen if huyen and tier != "phong" else short.get("host", tinh)],
        "xa": [xa],
        "coquan": [offices["so"]],
        "user": ["{user}"],
    }
    return {part: [one for one in choices if one] for part, choices in values.items()}


def _short_name(tinh: str) -> dict[str, Any]:
    short_names = table("naming")["short_name"]
    return next((one for one in short_names if tinh in one["places"]), {})


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
    """Those on shared and own domains, then those the ministry provides."""
    given = values | {"truong": values["ten"], "tinh": values["tinh_mail"]}
    for entry in table("naming")["mailbox"]:
        if kind.tier in entry["tiers"]:
            rule = _rule(entry["source"], entry["where"])
            for address in chain.from_iterable(_filled(one, given) for one in entry["patterns"]):
                user, host = address.split("@")
                yield Mailbox(f"{user}@{host.lower()}", entry["vi"], entry["en"], rule)
    # TXbadinh: a centre is named after the district or commune that Điều 8.4 asks for.
    given |= {part: given[part] or given["ten"] for part in ("huyen", "xa")}
    purpose = table("naming")["ministry_mailbox"]
    for mailbox in catalogue().mailboxes(kind.tier):
        if kind.tier == "so" or mailbox.id == kind.code:
            vi, en = mailbox.title_vi, mailbox.title_en
            if kind.tier != "so":
                vi, en = purpose["vi"], purpose["en"]
            for address in _filled(mailbox.pattern, given):
                yield Mailbox(address, vi, en, _rule(mailbox.source, mailbox.where))


def _filled(pattern: str, values: Values) -> Iterator[str]:
    """The pattern with every choice of its parts; none where a part is not known."""
    literals = PART.split(pattern)[::2]
    parts = PART.findall(pattern)
    for choice in product(*(values.get(part, []) for part in parts)):
        yield "".join(chain.from_iterable(zip_longest(literals, choice, fillvalue="")))


def _rule(source_id: str, where: str) -> Rule:
    source = catalogue().source(source_id)
    return Rule(source.id, where, source.label_vi, source.label_en, not source.seed)
