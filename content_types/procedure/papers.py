"""Papers of a dossier, one on a line: ``Giấy khai sinh | 0 | 1``; plain Python.

The national portal shows each with the number of originals (bản chính) and of copies (bản sao).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from eduportal import _
from zope.interface import Invalid
import re

NUMBERED = re.compile(r"\d{1,2}")


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of a dossier."""

    name: str
    originals: int
    copies: int


def papers(lines: Iterable[str] | None) -> list[Paper]:
    """The papers of a dossier in order; a line without numbers is one original."""
    return [_paper(line) for line in lines or () if line.strip()]


def is_paper(line: str) -> bool:
    """Refuse a line whose numbers are none."""
    parts = [part.strip() for part in line.split("|")]
    numbers = parts[1:]
    if parts[0] and len(parts) <= 3 and all(NUMBERED.fullmatch(one or "0") for one in numbers):
        return True
    raise Invalid(
        _(
            "refused_paper_line",
            default="“${line}” is not of the form: name | originals | copies.",
            mapping={"line": line},
        )
    )


def _paper(line: str) -> Paper:
    name, *numbers = (part.strip() for part in line.split("|"))
    if not numbers:
        return Paper(name, 1, 0)
    originals, copies = (*(int(one or 0) for one in numbers), 0)[:2]
    return Paper(name, originals, copies)
