"""What an import did or would do, row by row."""

from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from eduportal.spreadsheets import Problem
from typing import Literal

Done = Literal["new", "changed", "unchanged", "error"]
DONE: tuple[Done, ...] = ("new", "changed", "unchanged", "error")


@dataclass(frozen=True, slots=True)
class Kept:
    """A column where the portal says something else than the file, and keeps it."""

    column: str
    portal: str
    table: str


@dataclass
class Outcome:
    """One row. ``url`` leads to the record; ``changed`` and ``kept`` name columns by token."""

    sheet: str
    row: int
    label: str
    title: str
    done: Done
    url: str = ""
    changed: list[str] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def as_dict(self) -> dict:
        return asdict(self) | {"problems": [_in_row(problem) for problem in self.problems]}


@dataclass
class Report:
    """The whole run; ``problems`` are those of the file itself, ``seconds`` it took."""

    dry_run: bool = False
    total: int = 0
    outcomes: list[Outcome] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def counts(self) -> dict[str, int]:
        """How many rows are new, changed, unchanged and in error, and how many warnings."""
        done = [outcome.done for outcome in self.outcomes]
        said = [problem for outcome in self.outcomes for problem in outcome.problems]
        return {name: done.count(name) for name in DONE} | {
            "kept": sum(bool(outcome.kept) for outcome in self.outcomes),
            "warnings": sum(not problem.is_error for problem in said + self.problems),
        }

    @property
    def failed(self) -> bool:
        """Whether something in the file was not filed."""
        return bool(self.counts["error"]) or any(problem.is_error for problem in self.problems)

    def as_dict(self) -> dict:
        return {
            "dry_run": self.dry_run,
            "total": self.total,
            "counts": self.counts,
            "seconds": round(self.seconds, 2),
            "problems": [problem.as_dict() for problem in self.problems],
            "outcomes": [outcome.as_dict() for outcome in self.outcomes],
        }


def _in_row(problem: Problem) -> dict:
    """A finding, with sentences for where the row is plain already: ``Cột Ngày: …``."""
    bare = replace(problem, sheet="", row=0)
    return problem.as_dict() | {"in_row": {name: bare.sentence(name) for name in ("vi", "en")}}
