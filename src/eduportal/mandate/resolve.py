"""From the entries of the data to the ordered tree of one kind of unit."""

from dataclasses import replace
from eduportal.mandate.kinds import Kind
from eduportal.mandate.kinds import Tier
from eduportal.mandate.slugs import fold
from eduportal.mandate.tree import Override
from eduportal.mandate.tree import Section
from eduportal.mandate.tree import SectionEntry
from dataclasses import fields


def lineage(tier: str, tiers: dict[str, Tier]) -> list[str]:
    """The tier and those it inherits from, the nearest first."""
    line = []
    while tier and tier not in line:
        line.append(tier)
        tier = tiers[tier].inherits
    return line


def tree_of(kind: Kind, entries: list[SectionEntry], tiers: dict[str, Tier]) -> list[Section]:
    """Every section of a unit of that kind, parents first, in menu order."""
    line = lineage(kind.tier, tiers)
    mine = [
        _section(entry, kind, line, tiers[kind.tier])
        for entry in entries
        if set(entry.tiers) & set(line) and (not entry.codes or kind.code in entry.codes)
    ]
    children: dict[str, list[Section]] = {}
    for section in sorted(mine, key=lambda section: (section.order, section.id)):
        children.setdefault(section.parent, []).append(section)
    return _walk("", children)


def _walk(parent: str, children: dict[str, list[Section]]) -> list[Section]:
    return [
        found
        for section in children.get(parent, [])
        for found in (section, *_walk(section.id, children))
    ]


def _section(entry: SectionEntry, kind: Kind, line: list[str], tier: Tier) -> Section:
    for key in (*reversed(line), kind.code):
        entry = _overridden(entry, entry.override.get(key))
    words_vi = {"unit": tier.self_vi, "lead": kind.lead_vi}
    words_en = {"unit": tier.self_en, "lead": kind.lead_en}
    title_vi = entry.title_vi.format_map(words_vi)
    title_en = entry.title_en.format_map(words_en)
    own = () if entry.system or "Section" in entry.allowed_types else ("Section",)
    return Section(
        id=entry.id,
        tier=kind.tier,
        kind=kind.code,
        parent=entry.parent,
        title_vi=title_vi,
        title_en=title_en,
        hint_vi=_sentence(entry.hint_vi.format_map(words_vi)),
        hint_en=_sentence(entry.hint_en.format_map(words_en)),
        slug_vi=entry.slug_vi or fold(title_vi),
        slug_en=entry.slug_en or fold(title_en),
        allowed_types=(*entry.allowed_types, *own),
        default_view=entry.default_view,
        requirements=entry.requirements,
        order=entry.order,
        in_menu=entry.in_menu,
        english=entry.english,
        is_root=entry.is_root,
        system=entry.system,
        origin=entry.origin,
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _overridden(entry: SectionEntry, override: Override | None) -> SectionEntry:
    if override is None:
        return entry
    said = {field.name: getattr(override, field.name) for field in fields(override)}
    return replace(entry, **{key: value for key, value in said.items() if value is not None})
