"""The rows of the page: each requirement under every source that makes it."""

from collections import Counter
from dataclasses import dataclass
from eduportal import mandate
from eduportal.legal_basis.capabilities import words
from eduportal.legal_basis.places import Place
from eduportal.legal_basis.places import Places


@dataclass(frozen=True, slots=True)
class Row:
    """One requirement as one source words it."""

    requirement: mandate.Requirement
    citations: tuple[mandate.Citation, ...]
    places: tuple[Place, ...]

    @property
    def way(self) -> str:
        """``planned`` and ``unavailable`` claim nothing, wherever a section may already stand."""
        return way(self.requirement, self.places)

    @property
    def capability(self) -> str:
        return words(self.requirement.capability)


@dataclass(frozen=True, slots=True)
class Group:
    """A source and what it asks of this unit."""

    source: mandate.Source
    rows: tuple[Row, ...]


def way(requirement: mandate.Requirement, places: tuple[Place, ...]) -> str:
    if requirement.state == "planned":
        return "planned"
    if requirement.check == "sections":
        return "sections" if places else "unavailable"
    return "capability"


class Statement:
    """Which rule is met where in a unit of one kind, as the asker may see it."""

    def __init__(self, kind: str, places: Places, language: str) -> None:
        catalogue = mandate.catalogue()
        self.requirements = catalogue.requirements(catalogue.kinds()[kind].tier)
        self._sources = catalogue.sources()
        self._places = {
            requirement.id: tuple(
                places[section.id, language]
                for section in catalogue.serving(requirement.id, kind)
                if (section.id, language) in places
            )
            for requirement in self.requirements
        }

    def groups(self) -> list[Group]:
        """One group per source that this unit's requirements cite, in the mandate's order."""
        by_source: dict[str, list[Row]] = {}
        for requirement in self.requirements:
            cited: dict[str, list[mandate.Citation]] = {}
            for citation in requirement.citations:
                cited.setdefault(citation.source, []).append(citation)
            for source_id, citations in cited.items():
                row = Row(requirement, tuple(citations), self._places[requirement.id])
                by_source.setdefault(source_id, []).append(row)
        return [
            Group(source, tuple(by_source[source.id]))
            for source in self._sources
            if source.id in by_source
        ]

    def counts(self) -> dict[str, int]:
        """Each requirement counted once, whatever the number of its sources."""
        ways = Counter(way(one, self._places[one.id]) for one in self.requirements)
        duties = Counter(one.obligation for one in self.requirements)
        return {
            "requirements": len(self.requirements),
            "mandatory": duties["mandatory"],
            "recommended": duties["recommended"],
            "essential": sum(one.essential for one in self.requirements),
            **{name: ways[name] for name in ("sections", "capability", "unavailable", "planned")},
        }
