"""From the entries of the data to the ordered tree of one kind of unit."""

from dataclasses import fields
from dataclasses import replace
from eduportal.mandate.files import Tables
from eduportal.mandate.kinds import Kind
from eduportal.mandate.kinds import Tier
from eduportal.mandate.tree import Override
from eduportal.mandate.tree import Section
from eduportal.mandate.tree import SectionEntry
from eduportal.vietnamese import slug


def lineage(tier: str, tiers: dict[str, Tier]) -> list[str]:
    """The tier and those it inherits from, the nearest first."""
    line = []
    while tier and tier not in line:
        line.append(tier)
        tier = tiers[tier].inherits
    return line


def tree_of(kind: Kind, tables: Tables) -> list[Section]:
    """Every section of a unit of that kind, parents first, in menu order."""
    tiers = tables.entries["tier"]
    line = lineage(kind.tier, tiers)
    mine = [
        _section(entry, kind, line, tiers[kind.tier])
        for entry in tables.entries["section"].values()
        if set(entry.tiers) & set(line) and (not entry.codes or kind.code in entry.codes)
    ]
    children: dict[str, list[Section]] = {}
    for section in sorted(mine, key=lambda section: (section.order, section.id)):
        children.setdefault(section.parent, []).append(section)
    tree = _walk("", children)
    _no_one_lost(tree, mine, tables)
    _no_slug_twice(children, tables)
    return tree


def _walk(parent: str, children: dict[str, list[Section]]) -> list[Section]:
    return [
        found
        for section in children.get(parent, [])
        for found in (section, *_walk(section.id, children))
    ]


def _no_one_lost(tree: list[Section], mine: list[Section], tables: Tables) -> None:
    """A section whose parent the kind lacks, or that is its own ancestor, hangs nowhere."""
    placed = {section.id for section in tree}
    for section in mine:
        if section.id not in placed:
            place = tables.places["section", section.id].at("parent")
            raise place.wrong(
                section.parent,
                f"a section that {section.kind} has and that leads to the root",
                f"chuyên mục mà {section.kind} có và dẫn về gốc",
            )


def _no_slug_twice(children: dict[str, list[Section]], tables: Tables) -> None:
    for siblings in children.values():
        for key in ("slug_vi", "slug_en"):
            taken: dict[str, str] = {}
            for section in siblings:
                name = getattr(section, key)
                if name in taken:
                    place = tables.places["section", section.id].at(key)
                    raise place.wrong(
                        name,
                        f"a short name other than that of “{taken[name]}”",
                        f"tên ngắn khác với tên của “{taken[name]}”",
                    )
                taken[name] = section.id


def _section(entry: SectionEntry, kind: Kind, line: list[str], tier: Tier) -> Section:
    for key in (*reversed(line), kind.code):
        for override in entry.override:
            if key in override.of:
                entry = _overridden(entry, override)
    words_vi = {"unit": tier.self_vi, "lead": kind.lead_vi}
    words_en = {"unit": tier.self_en, "lead": kind.lead_en}
    title_vi = entry.title_vi.format_map(words_vi)
    title_en = entry.title_en.format_map(words_en)
    nested = () if entry.system or "Section" in entry.allowed_types else ("Section",)
    return Section(
        id=entry.id,
        tier=kind.tier,
        kind=kind.code,
        parent=entry.parent,
        title_vi=title_vi,
        title_en=title_en,
        hint_vi=entry.hint_vi.format_map(words_vi),
        hint_en=entry.hint_en.format_map(words_en),
        slug_vi=entry.slug_vi or slug(title_vi),
        slug_en=entry.slug_en or slug(title_en),
        allowed_types=(*entry.allowed_types, *nested),
        default_view=entry.default_view,
        requirements=entry.requirements,
        order=entry.order,
        in_menu=entry.in_menu,
        english=entry.english,
        is_root=entry.is_root,
        system=entry.system,
        origin=entry.origin,
    )


def _overridden(entry: SectionEntry, override: Override) -> SectionEntry:
    keys = [field.name for field in fields(override) if field.name != "of"]
    said = {key: getattr(override, key) for key in keys if getattr(override, key) is not None}
    return replace(entry, **said)
