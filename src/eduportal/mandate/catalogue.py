"""The mandate of one edition, and the questions one asks of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from eduportal.mandate.choices import check_choices
from eduportal.mandate.deadlines import Deadline
from eduportal.mandate.editions import Conflict
from eduportal.mandate.editions import Edition
from eduportal.mandate.errors import UnknownIdError
from eduportal.mandate.files import Tables
from eduportal.mandate.kinds import Kind
from eduportal.mandate.kinds import Tier
from eduportal.mandate.links import Link
from eduportal.mandate.links import Module
from eduportal.mandate.naming import DomainPattern
from eduportal.mandate.naming import Mailbox
from eduportal.mandate.naming import MailGroup
from eduportal.mandate.naming import RefusedHost
from eduportal.mandate.requirements import Group
from eduportal.mandate.requirements import Requirement
from eduportal.mandate.resolve import lineage
from eduportal.mandate.resolve import tree_of
from eduportal.mandate.sources import Source
from eduportal.mandate.tree import Section
from types import MappingProxyType
from typing import Any

NOUNS_VI = {
    "requirement": "yêu cầu",
    "section": "chuyên mục",
    "source": "văn bản nguồn",
    "kind": "loại đơn vị",
    "tier": "cấp",
    "edition": "ấn bản",
    "conflict": "điểm khác nhau",
    "link": "liên kết",
}


class Catalogue:
    """Sources, requirements and sections as one edition reads them."""

    def __init__(self, tables: Tables, edition: str = "default") -> None:
        self._entries = tables.entries
        self.edition: Edition = self._find("edition", edition)
        check_choices(tables)
        self._editions = self._base_first(self.edition)
        self._overlays = {name for each in self._editions for name in each.overlays}
        self._sources = {key: self._with_successors(one) for key, one in self._table("source")}
        self._requirements = {
            key: self._as_edition_reads(one)
            for key, one in self._table("requirement")
            if not one.overlay or one.overlay in self._overlays
        }
        self._trees = {
            code: {one.id: self._in_edition(one) for one in tree_of(kind, tables)}
            for code, kind in self._table("kind")
        }

    # -- requirements and sources

    def requirements(self, tier: str | None = None) -> list[Requirement]:
        """All of them, or those that apply to a tier, by subject."""
        found = sorted(self._requirements.values(), key=lambda one: self.group_of(one).order)
        return found if tier is None else [one for one in found if self.applies(one, tier)]

    def groups(self) -> list[Group]:
        """The subjects of the requirements, in the order in which they are shown."""
        return sorted(self._entries["group"].values(), key=lambda group: group.order)

    def group_of(self, requirement: Requirement) -> Group:
        """The subject under which a requirement is shown: its own if declared, else “other”."""
        groups = self._entries["group"]
        return groups.get(requirement.group, groups["other"])

    def requirement(self, requirement_id: str) -> Requirement:
        return _get("requirement", self._requirements, requirement_id)

    def applies(self, requirement: Requirement, tier: str) -> bool:
        """Whether the sources name the tier, or one that it inherits from."""
        return self._concerns(requirement.tiers, tier)

    def suggested(self, requirement: Requirement, tier: str) -> bool:
        """Whether the tier would want it though no source asks it to."""
        return self._concerns(requirement.suggested_tiers, tier)

    def sources(self) -> list[Source]:
        return list(self._sources.values())

    def source(self, source_id: str) -> Source:
        return _get("source", self._sources, source_id)

    # -- the tree

    def sections(self, kind_code: str) -> list[Section]:
        """The tree of a unit of that kind: parents first, in menu order."""
        return list(_get("kind", self._trees, kind_code).values())

    def section(self, kind_code: str, section_id: str) -> Section:
        return _get("section", _get("kind", self._trees, kind_code), section_id)

    def serving(self, requirement_id: str, kind_code: str) -> list[Section]:
        """The sections in which a unit of that kind meets the requirement."""
        requirement = self.requirement(requirement_id)
        return [
            section
            for section in self.sections(kind_code)
            if requirement_id in section.requirements or section.id in requirement.served_by
        ]

    def deadlines(self) -> dict[str, Deadline]:
        """How fresh sections are to be kept, by section id; sections without a term are absent."""
        return dict(self._table("deadline"))

    # -- the other tables

    def kinds(self) -> dict[str, Kind]:
        return dict(self._table("kind"))

    def kind_for(self, tier_or_code: str) -> Kind:
        """The kind of that code, or the one whose tree stands for that tier."""
        if tier_or_code in self._entries["kind"]:
            return self._find("kind", tier_or_code)
        return self._find("kind", self._find("tier", tier_or_code).example_kind)

    def tiers(self) -> dict[str, Tier]:
        return dict(self._table("tier"))

    def editions(self) -> list[Edition]:
        return list(self._entries["edition"].values())

    def links(self) -> list[Link]:
        return list(self._entries["link"].values())

    def link(self, link_id: str) -> Link:
        return self._find("link", link_id)

    def modules(self) -> list[Module]:
        return list(self._entries["module"].values())

    def mail_groups(self) -> list[MailGroup]:
        return list(self._entries["mail_group"].values())

    def mailboxes(self, tier: str | None = None) -> list[Mailbox]:
        found = self._entries["mailbox"].values()
        return [one for one in found if tier is None or one.tier == tier]

    def domain_patterns(self, tier: str | None = None) -> list[DomainPattern]:
        found = self._entries["domain_pattern"].values()
        return [one for one in found if tier is None or one.tier == tier]

    def refused_hosts(self, use: str | None = None) -> list[RefusedHost]:
        found = self._entries["refused_host"].values()
        return [one for one in found if use is None or one.use == use]

    def conflicts(self) -> list[Conflict]:
        return list(self._entries["conflict"].values())

    def choice(self, conflict_id: str) -> str:
        """How this edition decides a point on which the sources disagree."""
        conflict: Conflict = self._find("conflict", conflict_id)
        for edition in reversed(self._editions):
            if conflict_id in edition.choices:
                return edition.choices[conflict_id]
        return conflict.default

    # -- the state of things

    def coverage(self) -> dict[str, int]:
        """How many requirements are met by sections, by a built capability, still by hand."""
        count = Counter(_way(one) for one in self.requirements())
        return {way: count[way] for way in ("sections", "capability", "manual")}

    # -- reading

    def _table(self, table: str) -> Any:
        return self._entries[table].items()

    def _find(self, table: str, key: str) -> Any:
        return _get(table, self._entries[table], key)

    def _concerns(self, tiers: tuple[str, ...], tier: str) -> bool:
        self._find("tier", tier)
        return bool(set(tiers) & set(lineage(tier, self._entries["tier"])))

    def _base_first(self, edition: Edition) -> list[Edition]:
        line = [edition]
        while line[0].extends and line[0].extends not in [one.id for one in line]:
            line.insert(0, self._find("edition", line[0].extends))
        return line

    def _with_successors(self, source: Source) -> Source:
        successors = [self._find("source", key) for key in source.replaced_by]
        return replace(source, successors=tuple(one.number or one.title_vi for one in successors))

    def _in_edition(self, section: Section) -> Section:
        """The section without the requirements of overlays that the edition leaves out."""
        known = tuple(one for one in section.requirements if one in self._requirements)
        return replace(section, requirements=known)

    def _as_edition_reads(self, requirement: Requirement) -> Requirement:
        """The requirement with the weight of the essential ones and the notes of newer law."""
        annotations = tuple(
            one
            for one in self._entries["annotation"].values()
            if one.requirement == requirement.id
            and (not one.overlay or one.overlay in self._overlays)
        )
        measured = {measure.key: measure.value for measure in requirement.measures}
        changes: dict[str, Any] = {
            "annotations": annotations,
            "parameters": MappingProxyType({**measured, **requirement.parameters}),
        }
        for edition in self._editions:
            if requirement.id in edition.essential:
                changes["essential"] = True
                changes["weight"] = max(requirement.weight, edition.essential_weight)
        for annotation in annotations:
            if annotation.obligation is not None:
                changes["obligation"] = annotation.obligation
            if annotation.freshness is not None:
                changes["freshness"] = annotation.freshness
        return replace(requirement, **changes)


def _way(requirement: Requirement) -> str:
    if requirement.check == "sections":
        return "sections"
    return "capability" if requirement.state == "built" else "manual"


def _get(table: str, known: Mapping[str, Any], key: str) -> Any:
    if key not in known:
        raise UnknownIdError(table, NOUNS_VI.get(table, table), key, list(known))
    return known[key]
