"""Whether a domain has a form the sources give to units of its kind.

The patterns are the mandate's (TT 53/2012 Điều 3 and 13, the letters of Kon Tum and Thủ Dầu Một,
the Quận 8 slides, NĐ 224/2026 Điều 11.4); which province or school is meant cannot be seen from
a domain alone, so its form is judged: how many parts, under which ending, with whose code.
"""

from collections.abc import Iterator
from eduportal.mandate import Kind
from eduportal.mandate import catalogue
from eduportal.mandate import kinds
from eduportal.mandate.naming import DomainPattern
from eduportal.spreadsheets import Problem
from eduportal.spreadsheets import Row
from eduportal.spreadsheets import quote
from eduportal.spreadsheets.problems import Language
from eduportal.units.tables import table
import re

PART = re.compile(r"\{([A-Za-z-]+)\}")
LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
LEVEL_CODE = re.compile(r"c(0|123|12|23|1|2|3)(?=[a-z])")


def conforming(domain: str, kind: Kind) -> list[DomainPattern]:
    """The rules whose form the domain has; none if it carries the code of another kind."""
    host = domain.lower()
    code = LEVEL_CODE.match(host)
    if code and code[0].upper() != kind.code:
        return []
    return [
        rule
        for rule in catalogue().domain_patterns(kind.tier)
        if any(_form(pattern).fullmatch(host) for pattern in host_patterns(rule))
    ]


def host_patterns(rule: DomainPattern) -> list[str]:
    """The rule's patterns that are a host of their own, not a path on the parent's."""
    return [pattern for pattern in rule.patterns if "/" not in pattern]


def expected(kind: Kind, language: Language) -> str:
    """``tên-trường.edu.vn, … (Thông tư 53/2012/TT-BGDĐT …, Điều 3.3); …``."""
    shown: set[str] = set()
    groups = []
    for rule in catalogue().domain_patterns(kind.tier):
        new = [pattern for pattern in host_patterns(rule) if pattern not in shown]
        shown.update(new)
        if new:
            source = catalogue().source(rule.source)
            label = source.label_vi if language == "vi" else source.label_en
            forms = ", ".join(spelled(pattern, language) for pattern in new)
            groups.append(f"{forms} ({label}, {rule.where})")
    return "; ".join(groups)


def spelled(pattern: str, language: Language) -> str:
    """The pattern with its parts named: ``tên-trường.tên-tỉnh.edu.vn``."""
    parts = table("naming")["parts"][language]
    return PART.sub(lambda found: parts[found[1]], pattern)


def check_domain(row: Row, code: str | None) -> Iterator[Problem]:
    """A warning where the domain has no form known for the kind of unit."""
    domain = row["domain"]
    if not domain or not code or conforming(domain, kinds()[code]):
        return
    kind = kinds()[code]
    yield row.problem(
        f"tên miền {quote(domain)} không theo mẫu của loại đơn vị {code} ({kind.title_vi}): "
        f"{expected(kind, 'vi')}.",
        f"the domain {quote(domain)} has no form known for the kind {code} ({kind.title_en}): "
        f"{expected(kind, 'en')}.",
        "domain",
        severity="warning",
    )


def _form(pattern: str) -> re.Pattern[str]:
    pieces = PART.split(pattern)
    # Odd pieces are the names of parts; parts that touch are one label.
    form = "".join(LABEL if place % 2 else re.escape(piece) for place, piece in enumerate(pieces))
    return re.compile(form)
